// Bars with their intervals, named and numbered where they stand; what is not shown says so in its place.
import { axisX, barX, dot, gridX, plot, ruleX, ruleY, text as words, tickX } from "@observablehq/plot";
import { nameOf, saidOf } from "./table.js";
import { colourOf, cut, ink, quiet, text } from "./look.js";
import { mark } from "./points.js";

const lineHeight = 30;
const widestName = 380;

export function bars(chart, width) {
  const isRate = chart.table.column(chart.y).kind === "rate";
  const rows = chart.table.rows.filter(row => row[chart.y].why !== "[z]").map(row => ({
    name: nameOf(chart, row), part: chart.series ? row[chart.series].text : "", said: saidOf(chart, row), text: row[chart.y].text,
    y: row[chart.y].value, low: chart.low ? row[chart.low].value : null, high: chart.high ? row[chart.high].value : null, why: row[chart.y].why,
  }));
  const parts = [...new Set(rows.map(r => r.part))];
  const known = rows.filter(r => r.y !== null);
  const whyNone = r => (r.why === "[c]" ? `[c] ${chart.hidden}` : `[x] ${chart.unknown}`);
  if (known.length === 0) return null;
  const most = Math.max(0, ...known.map(r => Math.max(r.y, r.high ?? 0))) || 1;
  const names = Math.min(widestName, width * 0.4, 18 + 7.9 * Math.max(...rows.map(r => r.name.length)));
  const interval = known.filter(r => r.low !== null && r.high !== null);
  // A part begins a block of its own, under its name.
  const lines = parts.flatMap(part => {
    const its = rows.filter(r => r.part === part);
    if (part && its.every(r => r.y === null)) return [{ head: `${part}: ${[...new Set(its.map(whyNone))].join(", ")}` }];
    return [...(part ? [{ head: part }] : []), ...its];
  });
  lines.forEach((line, at) => (line.at = at));
  const shown = lines.filter(l => !l.head);
  const heads = lines.filter(l => l.head);
  const end = r => Math.max(r.y, r.high ?? 0);
  return mark(plot({
    width, height: lines.length * lineHeight + 44, marginLeft: names, marginRight: 70, marginTop: 8, marginBottom: 36,
    style: text,
    x: { domain: [0, most], nice: true, label: null },
    y: { type: "band", domain: lines.map(l => l.at), axis: null, padding: 0.3 },
    marks: [
      gridX({ stroke: ink, strokeOpacity: 0.15 }),
      axisX({ ticks: Math.max(3, Math.floor((width - names) / 110)), tickFormat: isRate ? v => `${Math.round(v * 1000) / 10}%` : undefined, tickSize: 0, fontSize: 13 }),
      barX(known, { x: "y", y: "at", fill: colourOf(0), fillOpacity: interval.length ? 0.35 : 0.85 }),
      interval.length ? ruleY(interval, { x1: "low", x2: "high", y: "at", stroke: ink, strokeWidth: 2 }) : null,
      interval.length ? tickX(interval, { x: "low", y: "at", stroke: ink, inset: 4 }) : null,
      interval.length ? tickX(interval, { x: "high", y: "at", stroke: ink, inset: 4 }) : null,
      ruleX([0], { stroke: ink }),
      words(shown, { x: 0, y: "at", text: r => cut(r.name, names - 12), textAnchor: "end", dx: -8 }),
      words(heads, { x: 0, y: "at", text: "head", textAnchor: "start", dx: -names + 4, fontWeight: 700, fill: ink, stroke: "#ffffff", strokeWidth: 5 }),
      words(known, { x: end, y: "at", text: "text", textAnchor: "start", dx: 8 }),
      words(shown.filter(r => r.y === null), { x: 0, y: "at", text: whyNone, textAnchor: "start", dx: 8, fill: quiet }),
      dot(shown, { x: r => r.y ?? 0, y: "at", r: 5, fill: r => (r.y === null ? "#ffffff" : colourOf(0)), stroke: ink, ariaLabel: "said", className: "chart-points" }),
    ],
  }));
}
