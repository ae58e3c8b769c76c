import type { Icebreakers } from "./icebreakers";

export const icebreakers: Icebreakers = {
  language: "id",
  reviewed: false,
  lines: [
    "Ceritakan sesuatu yang benar kepadaku.",
    "Tentang apa kamu berubah pikiran akhir-akhir ini?",
    "Apa yang terlihat dari tempatmu duduk?",
    "Bau apa yang langsung membawamu ke masa lalu?",
    "Apa makanan terenak yang kamu makan minggu ini?",
    "Hal kecil apa yang membuat harimu lebih baik?",
    "Apa yang kamu yakini sepenuhnya saat berumur enam belas tahun?",
    "Lagu apa yang sudah terlalu sering kamu putar?",
    "Ke mana kamu akan pergi kalau berangkat besok pagi?",
    "Apa yang terakhir membuatmu tertawa?",
    "Siapa yang mengajarimu sesuatu tanpa menyadarinya?",
    "Pertanyaan apa yang kamu harap ditanyakan orang kepadamu?",
    "Suara apa yang berarti rumah bagimu?",
    "Apa yang sedang kamu pelajari?",
    "Masakan apa yang bisa kamu buat dengan mata tertutup?",
    "Apa yang kamu nantikan, sekecil apa pun?",
    "Apa yang akan kamu lakukan sekarang kalau punya satu jam luang?",
  ],
};
