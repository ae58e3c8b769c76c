import { expect, it } from "vitest";
import { contactsIn } from "../../src/care/contacts";

const found: readonly (readonly [string, string])[] = [
  ["call me 0176 1234567", "phone"],
  ["+49 (0)176 123-45-67", "phone"],
  ["my number is 555-123-4567", "phone"],
  ["(555) 123 4567", "phone"],
  ["06 12 34 56 78", "phone"],
  ["+44 7911 123456 ok?", "phone"],
  ["9876543210", "phone"],
  ["٠١٢٣٤٥٦٧٨٩", "phone"],
  ["０９０-１２３４-５６７８", "phone"],
  ["write to jo.smith@example.org", "email"],
  ["jo (at) example (dot) org", "email"],
  ["josé@correo.es!", "email"],
  ["see https://example.org/x", "link"],
  ["www.example.org", "link"],
  ["come to discord.gg/abcdef", "link"],
  ["t.me/someone", "link"],
  ["its on example.com", "link"],
  ["I am @night_owl_77 there", "handle"],
  ["my insta is night.owl", "handle"],
  ["snap: owlynight", "handle"],
  ["add me on Telegram", "handle"],
  ["owl#1234", "handle"],
  ["I live at 12 Baker Street", "street"],
  ["221b baker street", "street"],
  ["4 Privet Drive, come over", "street"],
  ["Hauptstraße 12", "street"],
  ["wohne in der Lindenallee 4", "street"],
  ["12 rue de la Paix", "street"],
  ["calle Mayor 15", "street"],
  ["Rua das Flores, nº 20", "street"],
];

it.each(found)("points out %j as %s", (text, kind) => {
  expect(contactsIn(text)).toEqual([kind]);
});

const innocent = [
  "see you at 8:30",
  "2026-11-28",
  "born 28.11.1996, or 28/11/1996",
  "on 2026-11-28 18:30",
  "from 1999 - 2024",
  "I have 3 cats",
  "I have 3 cats on the way",
  "it was $1,299.00 last week",
  "1.299.000 people",
  "about 10 000 000 of them",
  "it costs 1200-1500€",
  "€1200 - 1500 a month",
  "pi is 3.14159265",
  "192.168.178.1",
  "1 2 3 4 5 6 7 8 9 10",
  "8 - 10 am, or 14:00-16:30",
  "chapter 12.3.4",
  "1234567",
  "ok.me too",
  "wait...what? no.really",
  "I like node.js and co.",
  "on Instagram everybody smiles",
  "I deleted instagram in 2019",
  "discord is boring",
  "I am @home",
  "@ the station",
  "we're #1 in 2024",
  "I walked 3 miles down the road",
  "5 guys on the street",
  "2 blocks from my street",
  "it was a long way, 20 km",
  "calle 13 is a band",
  "en la calle hay 3 perros",
  "der Weg ist das Ziel",
  "50% of 200 is 100",
  "GTA 5, 1080p at 144 fps",
  "😀 100 100 100",
  "",
];

it.each(innocent)("has nothing to say about %j", (text) => {
  expect(contactsIn(text)).toEqual([]);
});

it("tells several kinds at once", () => {
  expect(contactsIn("a@b.org or 0176 1234567")).toEqual(["email", "phone"]);
});

it("takes no time over a long line of nearly anything", () => {
  for (const part of ["1 ", "a.", "@a", "1-", "my insta ", "12 a ", "x ", "(at) "]) {
    const began = performance.now();
    contactsIn(part.repeat(2_000).slice(0, 2_000));
    expect(performance.now() - began).toBeLessThan(500);
  }
});
