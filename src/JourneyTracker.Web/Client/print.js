// Prints the sheet; without this the browser's own command does.
const button = document.querySelector("[data-print]");
button.hidden = false;
document.querySelector("[data-print-words]").hidden = true;
button.addEventListener("click", () => window.print());
