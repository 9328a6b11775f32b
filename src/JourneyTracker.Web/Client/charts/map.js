// A map of what follows what: the ways in columns from what comes first, each step with how often it was taken and after how many days.
import { saidOf } from "./table.js";
import { colourOf, cut, el, ink, quiet } from "./look.js";

const [boxHeight, gapX, gapY] = [44, 104, 42];

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
  const taken = [...boxes.values()].map(b => ({ left: b.x, right: b.x + boxWidth, top: b.y, bottom: b.y + boxHeight }));
  for (const step of [...steps].sort((a, b) => (b.count ?? 0) - (a.count ?? 0))) {
    step.curve = curveOf(boxes.get(step.from), boxes.get(step.to), boxWidth);
    step.words = step.count === null ? "[c]" : step.days ? `${step.text} · ${step.days} d` : step.text;
    step.place = labelPlace(step.curve, step.words, taken);
  }
  const arrow = el("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" }, el("path", { d: "M0 0 8 4 0 8z", fill: ink }));
  return el("svg", { viewBox: `0 0 ${size.width} ${size.height}`, width: size.width, height: size.height, "font-size": 13, "font-family": "system-ui, arial, sans-serif" },
    el("defs", {}, arrow),
    el("g", {}, ...[...boxes.values()].flatMap(b => [
      el("rect", { x: b.x, y: b.y, width: boxWidth, height: boxHeight, rx: 4, fill: "#ffffff", stroke: ink, "stroke-width": 1.5 }),
      el("text", { "text-anchor": "middle", fill: ink }, ...twoLines(b.name, boxWidth - 8).map((line, i, all) => el("tspan", { x: b.x + boxWidth / 2, y: b.y + boxHeight / 2 + 4.5 + 16 * (i - (all.length - 1) / 2) }, line))),
    ])),
    el("g", { "data-points": "" }, ...steps.map(step => {
      const hidden = step.count === null;
      const [p0, p1, p2, p3] = step.curve;
      return el("g", { "aria-label": step.said },
        el("path", { d: `M${p0} C${p1} ${p2} ${p3}`, fill: "none", stroke: hidden ? quiet : colourOf(0), "stroke-dasharray": hidden ? "3 4" : null, "stroke-width": hidden ? 1.5 : 1.5 + (6 * step.count) / most, "marker-end": "url(#arrow)" }),
        step.place ? el("text", { ...step.place, "text-anchor": "middle", fill: ink, stroke: "#ffffff", "stroke-width": 4, "paint-order": "stroke" }, step.words) : "");
    })));
}

// A name on one line, or on two where it is long.
function twoLines(name, pixels) {
  if (name.length * 7.2 <= pixels) return [name];
  const words = name.split(" ");
  let first = words.shift();
  while (words.length > 0 && (first.length + 1 + words[0].length) * 7.2 <= pixels) first += ` ${words.shift()}`;
  return [first, words.join(" ")].filter(Boolean).map(line => cut(line, pixels));
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

// The four points of a step's curve.
function curveOf(from, to, boxWidth) {
  const [y1, y2] = [from.y + boxHeight / 2, to.y + boxHeight / 2];
  if (from === to) {
    const x = from.x + boxWidth / 2;
    return [[x - 20, from.y], [x - 34, from.y - 34], [x + 34, from.y - 34], [x + 20, from.y]];
  }
  if (from.x === to.x) {
    // Down along the right side, up along the left.
    const side = to.y > from.y ? 1 : -1;
    const edge = side > 0 ? from.x + boxWidth : from.x;
    const out = edge + side * Math.min(gapX * 0.7, 14 + 0.18 * Math.abs(y2 - y1));
    return [[edge, y1 + 8], [out, y1 + 8], [out, y2 - 8], [edge, y2 - 8]];
  }
  const forward = to.x > from.x;
  const [x1, x2] = forward ? [from.x + boxWidth, to.x] : [from.x, to.x + boxWidth];
  const [bend, middle] = [forward ? 0 : 16, (x1 + x2) / 2];
  return [[x1, y1 + bend], [middle, y1 + bend], [middle, y2 + bend], [x2, y2 + bend]];
}

const along = (curve, t) => [0, 1].map(i => (1 - t) ** 3 * curve[0][i] + 3 * (1 - t) ** 2 * t * curve[1][i] + 3 * (1 - t) * t ** 2 * curve[2][i] + t ** 3 * curve[3][i]);

// Where a step's number can stand without covering another or a box; null where nowhere: the step says it itself.
function labelPlace(curve, words, taken) {
  const half = words.length * 3.6 + 3;
  for (const t of [0.5, 0.38, 0.62, 0.27, 0.73]) {
    const [x, y] = along(curve, t);
    const here = { left: x - half, right: x + half, top: y - 12, bottom: y + 6 };
    if (taken.some(o => here.left < o.right && o.left < here.right && here.top < o.bottom && o.top < here.bottom)) continue;
    taken.push(here);
    return { x, y };
  }
  return null;
}
