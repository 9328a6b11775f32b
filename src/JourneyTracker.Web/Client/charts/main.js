/*! Contains Observable Plot (ISC, copyright 2020-2023 Observable, Inc.), D3 and d3-sankey (ISC and BSD-3-Clause, copyright 2010-2023 Mike Bostock). */
// Draws the charts of an answer from the table that stands beside them. Without this the tables are all there is, and nothing is missing.
import { read } from "./table.js";
import { reach } from "./points.js";
import { bars } from "./bars.js";
import { curve, lines } from "./lines.js";
import { sankey } from "./sankey.js";
import { map } from "./map.js";

const forms = { bars, curve, lines, sankey, map };
const narrowest = 290;

for (const figure of document.querySelectorAll("[data-chart]")) {
  const chart = { ...figure.dataset, table: read(document.getElementById(figure.dataset.table)) };
  if (chart.table.rows.length === 0) continue;
  figure.hidden = false;
  const space = figure.querySelector(".chart__drawing");
  let drawn;
  const draw = () => {
    const width = Math.max(narrowest, space.clientWidth);
    if (width === drawn) return;
    drawn = width;
    const svg = forms[chart.chart](chart, width);
    if (!svg) return (figure.hidden = true);
    space.replaceChildren(svg);
    reach(svg, { title: figure.querySelector(".chart__title").textContent, about: chart.about, said: figure.querySelector(".chart__said"), id: figure.dataset.table });
  };
  draw();
  let waiting;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(draw, 200);
  });
}
