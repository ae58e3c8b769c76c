// Phone numbers, addresses, handles and links, as people write them in a chat. A line that is taken for one is pointed
// out once and can be sent all the same, so the rules would rather miss one than be a nuisance.

import type { Contact } from "./signs";

/// The zeros of the digits that keyboards write. Those of full width become plain ones by NFKC.
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6];

export function contactsIn(written: string): readonly Contact[] {
  const text = written.normalize("NFKC").replace(/\p{Nd}/gu, plainDigit);
  const without = text.replace(EMAIL, " ");
  const found: Contact[] = [];
  if (without !== text) found.push("email");
  if (LINK.test(without)) found.push("link");
  if (hasPhone(without.replace(LINKS, " "))) found.push("phone");
  if (hasHandle(without)) found.push("handle");
  if (hasStreet(without)) found.push("street");
  return found;
}

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((each) => code >= each && code <= each + 9);
  return zero === undefined ? digit : String(code - zero);
}

const EMAIL =
  /[\p{L}\p{N}._%+-]+(?:@|\s?[([]at[)\]]\s?)[\p{L}\p{N}-]+(?:\.|\s?[([](?:dot|punkt|punto)[)\]]\s?)\p{L}{2,}/giu;

/// Endings that are words, too, count only with something behind them: "ok.me too" is no address.
const LINK =
  /\bhttps?:\/\/\S{3,}|\bwww\.[\w-]+\.\w|\b[a-z0-9][a-z0-9-]+\.(?:com|net|org|gg|info|xyz|app|dev|eu|co\.uk|de|fr|ru)(?![\p{L}\p{N}])|\b[a-z0-9][a-z0-9-]*\.(?:me|io|tv|co|be|ly|to|cc|id)\/\w/iu;
const LINKS = /\b(?:https?:\/\/|www\.)\S+/giu;

const DIGITS = /(?<![\p{L}\p{N}.,:/€$£¥₹-])\+?\(?\d[\d\s()./-]{5,}\d(?![\p{L}\p{N}€$£¥₹%:])/gu;

function hasPhone(text: string): boolean {
  return (text.match(DIGITS) ?? []).some(isPhone);
}

function isPhone(found: string): boolean {
  const digits = found.replace(/\D/g, "");
  if (digits.length < 7 || digits.length > 15) return false;
  if (found.startsWith("+")) return true;
  return !(isDate(found) || isNumber(found) || isSeries(found));
}

/// 2026-11-28, 28.11.2026, 1999 - 2024, and what stands around them.
function isDate(found: string): boolean {
  const year = "(?:1[89]|20)\\d\\d";
  const day = "\\d{1,2}";
  const dates = `(?:${year}\\s?[-./]\\s?${day}\\s?[-./]\\s?${day}|${day}\\s?[-./]\\s?${day}\\s?[-./]\\s?(?:${year}|\\d\\d)|${year}\\s?[-–/]\\s?${year})`;
  return new RegExp(`^${dates}(?:\\s+\\d{1,2})?$`, "u").test(found.trim());
}

/// Decimals, thousands, a machine's address, or digits in one row that do not begin as a phone number does.
function isNumber(found: string): boolean {
  const bare = found.trim();
  if (/^\d+\.\d+$/.test(bare) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(bare)) return true;
  if (/^\d{1,3}(?:\.\d{3})+$/.test(bare) || /^\d{1,3}(?: \d{3})* 000$/.test(bare)) return true;
  return /^\d+$/.test(bare) && !(bare.startsWith("0") || bare.length >= 10);
}

/// 1 2 3 4 5 6 7, or 100 100 100.
function isSeries(found: string): boolean {
  const groups = found.split(/\D+/).filter((group) => group !== "");
  const steps = new Set(groups.slice(1).map((group, at) => Number(group) - Number(groups[at])));
  return groups.length > 2 && steps.size === 1 && [0, 1].includes([...steps][0] ?? -1);
}

const PLACES =
  "insta(?:gram)?|snap(?:chat)?|telegram|discord|whats ?app|tik ?tok|kik|skype|we ?chat|onlyfans|facebook|twitter|steam";
const NAME = String.raw`@?[\p{L}\p{N}][\p{L}\p{N}._#-]{2,}`;
const HANDLES = [
  // @name, but not "@home"
  /(?<![\p{L}\p{N}.@_])@(?!(?:home|work|school|night|uni|the|all|least)\b)[\p{L}\p{N}_][\p{L}\p{N}_.]{2,29}/iu,
  // my insta is name
  new RegExp(
    String.raw`\bmy (?:${PLACES})(?: (?:id|name|user ?name|handle|account|user))?(?: is |\s?[:=]\s?)${NAME}`,
    "iu",
  ),
  // insta: name
  new RegExp(String.raw`\b(?:${PLACES}|ig|sc)\s?[:=]\s?${NAME}`, "iu"),
  // add me on snap, name
  new RegExp(String.raw`\b(?:add|find|follow|text|dm|hit) me (?:up )?(?:on|at) (?:${PLACES}|ig)\b`, "iu"),
  // name#1234
  /(?<![\p{L}\p{N}#])[\p{L}_][\p{L}\p{N}_.]{1,31}#\d{4}(?!\d)/u,
];

function hasHandle(text: string): boolean {
  return HANDLES.some((handle) => handle.test(text));
}

/// "down the road" is no address.
const ABOUT =
  /^(?:the|a|an|my|your|our|his|her|their|this|that|down|up|on|of|in|by|to|from|at|for|cross|across|and|or|is|are|long|one|same)$/iu;
const ENGLISH =
  /(?<![\p{L}\p{N}.])\d{1,5}[a-z]?,? ((?:[\p{L}.'’-]+ ){1,3})(?:street|avenue|ave|road|boulevard|blvd)(?![\p{L}\p{N}])/giu;
const CAPITAL =
  /(?<![\p{L}\p{N}.])\d{1,5}[a-z]?,? ((?:\p{Lu}[\p{L}.'’-]* ){1,3})(?:St|Rd|Ln|Lane|Dr|Drive|Ct|Court|Pl|Place|Square|Sq|Terrace|Way|Close)(?![\p{L}\p{N}])/gu;
const STREETS = [
  /(?<!\p{L})\p{L}{2,}(?:straße|strasse|str\.|gasse|allee|weg|platz) ?\d{1,4}(?!\d)/iu,
  /(?<!\p{L})\d{1,4},? (?:bis |ter )?(?:rue|avenue|boulevard|chemin|impasse|quai) (?:de |du |des |de la |d['’]|de l['’])?\p{L}{3,}/iu,
  /(?<!\p{L})(?:[Cc]alle|[Aa]venida|[Rr]ua|[Tt]ravessa|[Cc]arrera|[Pp]laza|[Pp]raça) (?:(?:de|del|la|las|los|da|do|das|dos) )*\p{Lu}[\p{L} .]{2,40},? ?(?:n[o°.] ?)?\d{1,4}(?!\d)/u,
];

function hasStreet(text: string): boolean {
  const named = [ENGLISH, CAPITAL].some((form) =>
    [...text.matchAll(form)].some(
      ([, words = ""]) =>
        !words
          .trim()
          .split(" ")
          .some((word) => ABOUT.test(word)),
    ),
  );
  return named || STREETS.some((street) => street.test(text));
}
