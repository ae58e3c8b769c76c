/** The help panel. */
const english = {
  notUs:
    "Passerby is not a crisis service, and whoever you meet here is a stranger. If you are in danger, or think of harming yourself, please talk to somebody who is trained for it.",
  country: "Where are you?",
  choose: "Choose a country",
  elsewhere:
    "If your country is not in the list: the emergency number of where you are, a doctor, a hospital, or somebody you trust.",
  emergency: "Emergency: danger to life",
  call: (name: string, number: string) => `Call ${name}: ${number}`,
  checked: (day: string) => `Checked on ${new Date(`${day}T00:00`).toLocaleDateString("en", { dateStyle: "medium" })}`,
  missing: "The numbers did not come along. If it is urgent, call the emergency number of where you are.",
  told: "The person you talk with is not told that you looked here, and this server keeps no note of it.",
};

export type HelpWords = typeof english;

export const helpWords: HelpWords = english;
