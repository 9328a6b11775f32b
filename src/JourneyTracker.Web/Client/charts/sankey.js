// Flows from the stages on the left to those on the right: a stage may stand on both sides, since women come back.
import { sankey as layout, sankeyLinkHorizontal } from "d3-sankey";
import { saidOf } from "./table.js";
import { colourOf, cut, el, ink } from "./look.js";

const least = 26;

export function sankey(chart, width) {
  const flows = chart.table.rows.filter(r => r[chart.y].value > 0);
  if (flows.length === 0) return null;
  const nodes = new Map();
  const node = (side, name) => {
    if (!nodes.has(side + name)) nodes.set(side + name, { id: side + name, name });
    return side + name;
  };
  const links = flows.map(row => ({ source: node("from ", row[chart.x].text), target: node("to ", row[chart.series].text), value: row[chart.y].value, said: saidOf(chart, row) }));
  const names = Math.min(300, width * 0.4);
  const rows = Math.max(...["from ", "to "].map(side => [...nodes.keys()].filter(id => id.startsWith(side)).length));
  const height = Math.max(220, rows * least);
  const graph = layout().nodeId(n => n.id).nodeWidth(10).nodePadding(14).extent([[names, 6], [width - names, height - 6]])({ nodes: [...nodes.values()], links });
  const path = sankeyLinkHorizontal();
  const of = new Map([...new Set(flows.map(r => r[chart.x].text))].map((name, i) => [name, i]));
  return el("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "font-size": 14, "font-family": "system-ui, arial, sans-serif" },
    el("g", {}, ...graph.nodes.map(n => el("rect", { x: n.x0, y: n.y0, width: n.x1 - n.x0, height: Math.max(1, n.y1 - n.y0), fill: ink })),
      ...graph.nodes.map(n => {
        const left = n.id.startsWith("from ");
        return el("text", { x: left ? n.x0 - 8 : n.x1 + 8, y: (n.y0 + n.y1) / 2, dy: "0.35em", "text-anchor": left ? "end" : "start", fill: ink }, `${cut(n.name, names - 60)} ${n.value.toLocaleString("en-GB")}`);
      })),
    el("g", { "data-points": "" }, ...graph.links.map(l => el("path", { d: path(l), fill: "none", stroke: colourOf(of.get(l.source.name)), "stroke-opacity": 0.45, "stroke-width": Math.max(1.5, l.width), "aria-label": l.said }))));
}
