// What stands in a table of the page: text as people read it, and the value behind it; or why there is none.
const valueOf = {
  count: Number, rate: Number, number: Number,
  day: text => new Date(`${text}T00:00:00Z`),
  text: text => text,
};

export function read(table) {
  const columns = [...table.tHead.rows[0].cells].map(cell => ({ name: cell.dataset.column, label: cell.textContent.trim(), kind: cell.dataset.kind }));
  const rows = [...table.tBodies[0].rows].map(row => Object.fromEntries([...row.cells].map((cell, i) => [columns[i].name, {
    text: cell.textContent.trim(),
    value: cell.dataset.why ? null : valueOf[columns[i].kind](cell.dataset.value),
    why: cell.dataset.why || null,
  }])));
  return { columns, rows, column: name => columns.find(c => c.name === name) };
}

// Whose figures stand in a row: what the chart runs along, and every other text of the row but what tells the series apart.
export function nameOf(chart, row) {
  const others = chart.table.columns.filter(c => c.kind === "text" && c.name !== chart.x && c.name !== chart.series && row[c.name].text !== row[chart.x].text);
  return [row[chart.x].text, ...others.map(c => row[c.name].text)].join(", ");
}

// A row in words: whose it is, what it is, and how sure.
export function saidOf(chart, row) {
  const figure = row[chart.y];
  const label = name => chart.table.column(name).label;
  const whose = chart.chart === "curve" ? `${row[chart.series]?.text ?? ""} ${label(chart.x)} ${row[chart.x].text}`.trim()
    : chart.chart === "sankey" || chart.chart === "map" ? `${row[chart.x].text} → ${row[chart.series].text}`
    : [chart.series && row[chart.series].text, nameOf(chart, row)].filter(Boolean).join(", ");
  if (figure.value === null) return `${whose}: ${figure.why === "[c]" ? chart.hidden : chart.unknown}`;
  const has = name => name && row[name].value !== null;
  const bounds = /95/.test(chart.low) ? (has(chart.low) && has(chart.high) ? [`${chart.interval} ${row[chart.low].text} to ${row[chart.high].text}`] : [])
    : [chart.low, chart.high].filter(has).map(name => `${label(name)} ${row[name].text}`);
  return `${whose}: ${[`${label(chart.y)} ${figure.text}`, ...bounds].join(", ")}`;
}
