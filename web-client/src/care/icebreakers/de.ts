import type { Icebreakers } from "./icebreakers";

export const icebreakers: Icebreakers = {
  language: "de",
  reviewed: false,
  lines: [
    "Erzähl mir etwas Wahres.",
    "Worüber hast du zuletzt deine Meinung geändert?",
    "Was siehst du von deinem Platz aus?",
    "Welcher Geruch versetzt dich sofort zurück?",
    "Was war das Beste, was du diese Woche gegessen hast?",
    "Welche Kleinigkeit macht deine Tage besser?",
    "Wovon warst du mit sechzehn fest überzeugt?",
    "Welches Lied hast du zu oft gehört?",
    "Wohin würdest du gehen, wenn du morgen früh aufbrächst?",
    "Worüber hast du zuletzt gelacht?",
    "Wer hat dir etwas beigebracht, ohne es zu wissen?",
    "Welche Frage würdest du gern gestellt bekommen?",
    "Welches Geräusch bedeutet für dich Zuhause?",
    "Was lernst du gerade?",
    "Welches Gericht könntest du mit geschlossenen Augen kochen?",
    "Worauf freust du dich, und sei es noch so klein?",
    "Was würdest du jetzt mit einer freien Stunde machen?",
  ],
};
