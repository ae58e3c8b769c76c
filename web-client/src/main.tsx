import { render } from "preact";

const app = document.getElementById("app");
if (app === null) throw new Error("index.html has no #app");
render(<h1>Passerby</h1>, app);
