// A map of what follows what: the ways in columns from what comes first, each step with how often it was taken and after how many days.
import { saidOf } from "./table.js";
import { colourOf, cut, el, ink, quiet } from "./look.js";

const [boxHeight, gapX, gapY] = [44, 96, 40];

export function map(chart, width) {
  const days = chart.table.columns.find(c => c.kind === "number");
  const steps = chart.table.rows.map(row => ({
    from: row[chart.x].text, to: row[chart.series].text, count: row[chart.y].value, text: row[chart.y].text,
    said: saidOf(chart, row) + (days && row[days.name].value !== null ? `, ${days.label} ${row[days.name].text}` : ""), days: days && row[days.name].value !== null ? row[days.name].text : null,
  }));
  if (steps.length === 0) return null;
  const columns = place(steps);
  const boxWidth = Math.max(100, Math.min(190, (width - 40 - gapX * (columns.length - 1)) / columns.length));
  const rows = Math.max(...columns.map(c => c.length));
  const size = { width: columns.length * boxWidth + (columns.length - 1) * gapX + 40, height: rows * (boxHeight + gapY) + 40 };
  const boxes = new Map(columns.flatMap((column, x) => column.map((name, y) => [name, {
    name, x: 20 + x * (boxWidth + gapX), y: 20 + (y + (rows - column.length) / 2) * (boxHeight + gapY),
  }])));
  const most = Math.max(...steps.map(s => s.count ?? 0), 1);
  const arrow = el("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" }, el("path", { d: "M0 0 8 4 0 8z", fill: ink }));
  return el("svg", { viewBox: `0 0 ${size.width} ${size.height}`, width: size.width, height: size.height, "font-size": 13, "font-family": "system-ui, arial, sans-serif" },
    el("defs", {}, arrow),
    el("g", {}, ...[...boxes.values()].flatMap(b => [
      el("rect", { x: b.x, y: b.y, width: boxWidth, height: boxHeight, rx: 4, fill: "#ffffff", stroke: ink, "stroke-width": 1.5 }),
      el("text", { x: b.x + boxWidth / 2, y: b.y + boxHeight / 2, dy: "0.35em", "text-anchor": "middle", fill: ink }, cut(b.name, boxWidth - 8)),
    ])),
    el("g", { "data-points": "" }, ...steps.map(step => {
      const way = wayOf(boxes.get(step.from), boxes.get(step.to), boxWidth);
      const hidden = step.count === null;
      return el("g", { "aria-label": step.said },
        el("path", { d: way.d, fill: "none", stroke: hidden ? quiet : colourOf(0), "stroke-dasharray": hidden ? "3 4" : null, "stroke-width": hidden ? 1.5 : 1.5 + (6 * step.count) / most, "marker-end": "url(#arrow)" }),
        el("text", { x: way.x, y: way.y, "text-anchor": "middle", fill: ink, stroke: "#ffffff", "stroke-width": 4, "paint-order": "stroke" }, hidden ? "[c]" : step.days ? `${step.text} · ${step.days} d` : step.text));
    })));
}

// Columns by how far something is from what comes first; steps back do not count.
function place(steps) {
  const after = new Map();
  for (const s of steps) {
    if (!after.has(s.from)) after.set(s.from, []);
    if (!after.has(s.to)) after.set(s.to, []);
    if (s.from !== s.to) after.get(s.from).push(s);
  }
  const into = name => steps.filter(s => s.to === name && s.from !== name).reduce((sum, s) => sum + (s.count ?? 1), 0);
  const out = name => after.get(name).reduce((sum, s) => sum + (s.count ?? 1), 0);
  const first = [...after.keys()].sort((a, b) => into(a) - out(a) - (into(b) - out(b)));
  const depth = new Map();
  const queue = [];
  for (const start of first) {
    if (depth.has(start)) continue;
    depth.set(start, 0);
    queue.push(start);
    while (queue.length > 0) {
      const name = queue.shift();
      for (const s of after.get(name).sort((a, b) => (b.count ?? 0) - (a.count ?? 0))) {
        if (depth.has(s.to)) continue;
        depth.set(s.to, depth.get(name) + 1);
        queue.push(s.to);
      }
    }
  }
  const columns = [];
  for (const [name, at] of depth) (columns[at] ??= []).push(name);
  return columns;
}

function wayOf(from, to, boxWidth) {
  const [y1, y2] = [from.y + boxHeight / 2, to.y + boxHeight / 2];
  if (from === to) {
    const x = from.x + boxWidth / 2;
    return { d: `M${x - 20} ${from.y} C${x - 30} ${from.y - 30} ${x + 30} ${from.y - 30} ${x + 20} ${from.y}`, x, y: from.y - 26 };
  }
  if (from.x === to.x) {
    // Down along the right side, up along the left.
    const side = to.y > from.y ? 1 : -1;
    const edge = side > 0 ? from.x + boxWidth : from.x;
    const out = edge + side * Math.min(gapX * 0.7, 14 + 0.18 * Math.abs(y2 - y1));
    return { d: `M${edge} ${y1 + 8} C${out} ${y1 + 8} ${out} ${y2 - 8} ${edge} ${y2 - 8}`, x: edge + 0.75 * (out - edge), y: (y1 + y2) / 2 };
  }
  const forward = to.x > from.x;
  const [x1, x2] = forward ? [from.x + boxWidth, to.x] : [from.x, to.x + boxWidth];
  const bend = forward ? 0 : 16;
  const middle = (x1 + x2) / 2;
  return { d: `M${x1} ${y1 + bend} C${middle} ${y1 + bend} ${middle} ${y2 + bend} ${x2} ${y2 + bend}`, x: x1 + (x2 - x1) * 0.5, y: (y1 + y2) / 2 + (forward ? -7 : bend + 14) };
}
