// Lines over days, and curves over the days since an index day. Each is named where it ends, and has a colour, a dash and a sign of its own.
// A curve is read on some days alone: its readings are joined, for a step between two of them would say that nothing happened before the second.
import { areaY, axisX, axisY, dot, gridY, line, plot, ruleY, text as words } from "@observablehq/plot";
import { saidOf } from "./table.js";
import { colourOf, cut, dashOf, ink, signs, text } from "./look.js";
import { mark } from "./points.js";

const height = 380;
const named = 17;
const rowHeight = 18;
const numberWidth = 44;

export const lines = draw;
export const curve = draw;

function draw(chart, width) {
  const isRate = chart.table.column(chart.y).kind === "rate";
  const risk = chart.chart === "curve" ? chart.table.columns.find(c => /risk/.test(c.name)) : undefined;
  const isText = chart.table.column(chart.x).kind === "text";
  const all = chart.table.rows.map(row => ({
    x: row[chart.x].value, y: row[chart.y].value, why: row[chart.y].why, part: chart.series ? row[chart.series].text : "", said: saidOf(chart, row),
    low: chart.low ? row[chart.low].value : null, high: chart.high ? row[chart.high].value : null, risk: risk && row[risk.name].text,
  }));
  const parts = [...new Set(all.map(r => r.part))];
  const known = all.filter(r => r.y !== null);
  if (known.length === 0) return null;
  const most = Math.max(...known.map(r => r.high ?? r.y)) || 1;
  const gap = parts.some(p => p) ? Math.min(190, width * 0.3, 20 + 7.5 * Math.max(...parts.map(p => p.length))) : 24;
  const at = parts.map((part, i) => ({ part, i, rows: all.filter(r => r.part === part) }));
  const band = known.filter(r => r.low !== null && r.high !== null);
  const few = known.length / parts.length <= 60;
  const ticks = chart.chart === "curve" ? daysUpTo(Math.max(...all.map(r => r.x)), Math.floor((width - gap - 56) / 80)) : undefined;
  const followed = risk ? at.flatMap(({ i, rows }) => apart(rows, (width - gap - 56) / Math.max(...all.map(r => r.x))).map(r => ({ day: r.x, i, text: r.risk }))) : [];
  const below = risk ? rowHeight * (parts.length + 1) : 0;
  return mark(plot({
    width, height: height + below, marginLeft: 56, marginRight: gap, marginBottom: 48 + below, marginTop: 20,
    style: text,
    x: isText ? { type: "point", label: null } : ticks ? { label: null, domain: [0, Math.max(...all.map(r => r.x))] } : { label: null },
    y: { domain: [0, isRate ? Math.min(1, most * 1.05) : most * 1.05], label: null },
    marks: [
      gridY({ stroke: ink, strokeOpacity: 0.15 }),
      axisX({ ticks: ticks ?? Math.max(2, Math.floor((width - gap) / 110)), fontSize: 13, label: null, tickSize: 4, ...(isText ? { tickSpacing: 90 } : {}) }),
      axisY({ fontSize: 13, tickSize: 0, label: null, tickFormat: isRate ? v => `${Math.round(v * 1000) / 10}%` : undefined }),
      ruleY([0], { stroke: ink }),
      chart.chart === "curve" ? words([chart.table.column(chart.x).label], { frameAnchor: "bottom", text: d => d, dy: 40, fontSize: 13 }) : null,
      risk ? words([risk.label], { frameAnchor: "bottom-left", text: d => d, textAnchor: "start", dx: -52, dy: 62, fontWeight: 700, fontSize: 13 }) : null,
      ...at.map(({ i }) => words(followed.filter(f => f.i === i), { x: "day", frameAnchor: "bottom", text: "text", dy: 62 + rowHeight * (i + 1), fontSize: 13, fill: colourOf(i) })),
      ...at.filter(a => risk && a.part).map(({ i, part }) => words([cut(part, gap - 8)], { frameAnchor: "bottom-right", text: d => d, textAnchor: "start", dx: 10, dy: 62 + rowHeight * (i + 1), fontSize: 13, fill: colourOf(i) })),
      words(all.filter(r => r.why === "[c]"), { x: "x", y: 0, text: "why", dy: -12, fontSize: 12 }),
      ...at.filter(() => band.length).map(({ i, rows }) => areaY(rows.filter(r => r.low !== null), { x: "x", y1: "low", y2: "high", fill: colourOf(i), fillOpacity: 0.15 })),
      ...at.map(({ i, rows }) => line(rows, { x: "x", y: r => r.y ?? NaN, stroke: colourOf(i), strokeWidth: 2.5, strokeDasharray: dashOf(i) ?? undefined })),
      words(ends(at, most), { x: "x", y: "y", text: r => cut(r.part, gap - 8), textAnchor: "start", dx: 10, fill: r => colourOf(r.i), stroke: "#ffffff", strokeWidth: 3 }),
      ...at.map(({ i, rows }) => dot(rows, { x: "x", y: r => r.y ?? 0, r: few ? 4 : 2.2, symbol: signs[i % signs.length], fill: r => (r.y === null ? "#ffffff" : colourOf(i)), stroke: colourOf(i), ariaLabel: "said", className: "chart-points" })),
    ],
  }));
}

// Days that are read easily: weeks, months of 30 days, quarters and years.
function daysUpTo(most, howMany) {
  const step = [1, 7, 14, 30, 90, 180, 365, 730, 1825].find(s => most / s <= Math.max(2, howMany)) ?? 3650;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}

// Readings between which there is room for a number.
function apart(rows, pixelsADay) {
  let last = -Infinity;
  return rows.filter(r => (r.x - last) * pixelsADay >= numberWidth && (last = r.x, true));
}

// Where each line ends, moved apart so that no name stands on another. What is a single point is no line, and is named in the table alone.
function ends(at, most) {
  const step = (most * 1.05 * named) / (height - 64);
  const last = at.filter(a => a.part && a.rows.filter(r => r.y !== null).length > 1).map(a => ({ ...a.rows.filter(r => r.y !== null).at(-1), i: a.i })).sort((a, b) => a.y - b.y);
  let [below, above] = [-Infinity, most * 1.05 + step];
  return last.map(r => ({ ...r, y: (below = Math.max(r.y, below + step)) })).reverse().map(r => ({ ...r, y: (above = Math.min(r.y, above - step)) }));
}
