// The hoster's look at the relays, wired by hand: ask the server, try each address, say what to change.

import "../styles/check.css";
import { probe } from "./probe";
import { askServer, Refused } from "./servers";
import { Sheet } from "./sheet";
import { summary, verdict } from "./verdict";

const main = document.getElementById("check");
if (main === null) throw new Error("check.html has no #check");

const sheet = new Sheet(main, () => void check());

async function check(): Promise<void> {
  sheet.begin([]);
  try {
    const { addresses, seen } = await askServer(location.hash.slice(1));
    sheet.begin(addresses.map(({ url }) => url));
    const verdicts = await Promise.all(
      addresses.map(async (address, at) => {
        const found = verdict(
          address.url,
          await probe(address),
          seen.find(({ url }) => url === address.url),
        );
        sheet.tell(at, address.url, found);
        return found;
      }),
    );
    sheet.end(summary(verdicts), verdicts.length > 0 && verdicts.every(({ mark }) => mark !== "fails"));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    sheet.end(error.message, false);
  }
}

addEventListener("hashchange", () => void check());
void check();
