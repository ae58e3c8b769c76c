// What only video shows, loaded as one.

export { Preview } from "./preview";
export { Stage } from "./stage";
