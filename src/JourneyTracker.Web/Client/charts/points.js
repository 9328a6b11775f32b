// Makes a drawing a thing that is read: it has a name, says what it is, and each of its points is reached with the arrow keys (one Tab stop for all) and says its value.
import { el } from "./look.js";

const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function reach(svg, { title, about, said, id }) {
  svg.prepend(el("title", { id: `${id}-drawn` }, title), el("desc", { id: `${id}-about` }, about));
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-labelledby", `${id}-drawn`);
  svg.setAttribute("aria-describedby", `${id}-about`);
  const points = [...svg.querySelectorAll("[data-points] > *, [data-points] [transform] > *")].filter(p => p.hasAttribute("aria-label"));
  for (const part of svg.querySelectorAll("g")) {
    if (points.includes(part)) continue;
    part.removeAttribute("aria-label");
    if (!part.closest("[data-points]") && !part.querySelector("[data-points]")) part.setAttribute("aria-hidden", "true");
  }
  for (const one of svg.querySelectorAll("[data-points] title")) one.remove();
  points.forEach((point, i) => {
    point.setAttribute("role", "img");
    point.setAttribute("tabindex", i === 0 ? "0" : "-1");
    point.classList.add("chart__point");
    const say = () => (said.textContent = point.getAttribute("aria-label"));
    point.addEventListener("focus", say);
    point.addEventListener("pointerenter", say);
  });
  svg.addEventListener("keydown", event => {
    const at = points.indexOf(document.activeElement);
    const to = event.key === "Home" ? 0 : event.key === "End" ? points.length - 1 : at + (steps[event.key] ?? NaN);
    if (at < 0 || !points[to]) return;
    event.preventDefault();
    points[at].setAttribute("tabindex", "-1");
    points[to].setAttribute("tabindex", "0");
    points[to].focus();
  });
}

// Marks of Plot that are points.
export function mark(svg) {
  for (const group of svg.querySelectorAll(".chart-points")) group.setAttribute("data-points", "");
  return svg;
}
