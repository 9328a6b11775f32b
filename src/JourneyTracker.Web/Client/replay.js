// Moves at once when the slider does: fetches the page of that step and puts its moment in place of this one. Without it, the form's button does.
const form = document.querySelector("#slider");
const range = document.querySelector("#step");
const moment = document.querySelector("#moment");

if (form && range && moment) {
  const live = document.createElement("p");
  live.className = "govuk-visually-hidden";
  live.setAttribute("role", "status");
  form.append(live);
  form.querySelector("button").hidden = true;
  let waiting;
  let asked = 0;

  range.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(move, 150);
  });

  async function move() {
    const mine = ++asked;
    const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
    try {
      const answer = await fetch(address);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("#moment");
      if (mine !== asked) return;
      if (!answer.ok || !fresh) throw new Error("There is no moment in the answer.");
      moment.replaceChildren(...fresh.childNodes);
      for (const field of ["asAt", "knownAt"]) {
        for (const input of document.querySelectorAll(`.replay-form [name="${field}"]`)) input.value = page.querySelector(`.replay-form [name="${field}"]`).value;
      }
      const { address: quoted, says } = moment.querySelector("[data-address]").dataset;
      history.replaceState(null, "", quoted);
      range.setAttribute("aria-valuetext", says);
      live.textContent = `${says}. ${moment.querySelector("#stage")?.textContent.trim() ?? ""}`;
    } catch {
      // Signed out, or the server is away: the page itself says so.
      if (mine === asked) location.assign(address);
    }
  }
}
