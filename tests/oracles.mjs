// Asks ./journey outcomes for each figure of the oracle files and says which differ. A figure is equal when it prints alike to the digits that the oracle prints.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const [home, data] = process.argv.slice(2);
const examples = join(home, 'docs/examples/outcomes');
let equal = 0, figures = 0;

const ask = (...words) => JSON.parse(execFileSync(join(home, 'journey'), ['outcomes', ...words, '--show-small', '--json'], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] }));
const measure = question => ask('measure', join(examples, `${question}.sql`)).rows;

const oracle = name => table(join(data, 'oracles', name));

function table(file) {
  const [head, ...rows] = readFileSync(file, 'utf8').trim().split('\n').map(cells);
  return rows.map(r => Object.fromEntries(head.map((h, i) => [h, r[i]])));
}

function cells(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(m => (m[1] ?? m[2] ?? '').trim());
}

// To the oracle's own digits: R prints twelve significant ones, Python as many as tell the number from its neighbours.
function same(ours, theirs) {
  if (theirs === '') return ours === null || ours === undefined;
  if (ours === null || ours === undefined) return false;
  if (!/^-?\d/.test(theirs)) return String(ours) === theirs;
  const [n, t] = [Number(ours), Number(theirs)];
  const digits = theirs.replace(/e.*$/, '').replace(/^[-0.]*|\./g, '').length;
  return n === t || Number(n.toPrecision(Math.min(digits || 1, 15))) === t || Math.abs(n - t) <= Math.abs(t) * 1e-14;
}

function compare(file, where, pairs) {
  for (const [name, ours, theirs] of pairs) {
    figures++;
    if (same(ours, theirs)) equal++;
    else console.log(`${file}: ${where}: ${name} is ${ours}, and there ${theirs}`);
  }
}

function rates() {
  const rows = measure('compas-two-years');
  for (const o of oracle('a_two_year_recidivism.csv')) {
    const r = rows.find(r => r.cohort === o.cohort && r.dimension === o.dimension && r.group === o.group) ?? {};
    compare('a', `${o.cohort}, ${o.group}`, [['n', r.n, o.n], ['reoffended', r.x, o.reoffended], ['rate', r.rate, o.rate]]);
  }
}

const dimensions = { all: null, race: 'race', age_cat: 'age_cat', score_text: 'score_text' };
const groupsOf = (question, event, dimension, extra = []) =>
  ask('survival', join(examples, `${question}.sql`), '--event', event, ...(dimensions[dimension] ? ['--by', dimensions[dimension]] : []), ...extra);

function survival() {
  const [curves, quantiles, windows] = [oracle('b_km.csv'), oracle('b_km_quantiles.csv'), oracle('h_fixed_window_rates.csv')];
  for (const event of ['e1', 'e2'])
    for (const dimension of new Set(curves.map(o => o.dimension)))
      for (const scale of ['log', 'log-log']) {
        const days = [...new Set([...curves.map(o => o.time), ...windows.map(o => o.window_days)])];
        const groups = groupsOf('compas-release', event, dimension, ['--interval', scale, '--days', ...days]).groups;
        const of = o => groups.find(g => g.group === o.group) ?? { days: [] };
        for (const o of curves.filter(o => o.event === event && o.dimension === dimension && o.conf_type === scale)) {
          const [g, d] = [of(o), of(o).days.find(d => String(d.day) === o.time) ?? {}];
          compare('b_km', `${event}, ${o.group}, ${o.time}, ${scale}`, [
            ['n', g.n, o.n], ['events', g.events, o.events], ['n_risk', d.atRisk, o.n_risk], ['cum_events', d.cumulativeEvents, o.cum_events],
            ['survival', d.survival, o.survival], ['std_err', d.standardError, o.std_err], ['lower95', d.lower95, o.lower95], ['upper95', d.upper95, o.upper95]]);
        }
        if (scale !== 'log') continue;
        for (const o of quantiles.filter(o => o.event === event && o.dimension === dimension))
          compare('b_km_quantiles', `${event}, ${o.group}`, [['q25', of(o).quarter, o.q25], ['median', of(o).median, o.median]]);
        for (const o of windows.filter(o => o.event === event && o.dimension === dimension)) {
          const d = of(o).days.find(d => String(d.day) === o.window_days) ?? {};
          compare('h', `${event}, ${o.group}, ${o.window_days}`, [['n_full_followup', d.followed, o.n_full_followup], ['n_event_within', d.within, o.n_event_within], ['rate', d.rate, o.rate]]);
        }
      }
}

function logRank() {
  const [tests, groups] = [oracle('b_logrank.csv'), oracle('b_logrank_groups.csv')];
  for (const o of tests) {
    const members = groups.filter(g => g.event === o.event && g.test === o.test);
    const column = { r: 'race', s: 'score_text', a: 'age_cat' }[o.test[0]];
    const test = groupsOf('compas-release', o.event, column, ['--groups', members.map(g => g.group).join(',')]).logRank;
    compare('b_logrank', `${o.event}, ${o.test}`, [['chisq', test.chiSquare, o.chisq], ['df', test.degrees, o.df], ['p', test.p, o.p]]);
    for (const m of members) {
      const g = test.groups.find(g => g.name === m.group) ?? {};
      compare('b_logrank_groups', `${o.event}, ${o.test}, ${m.group}`, [['n', g.n, m.n], ['observed', g.observed, m.observed], ['expected', g.expected, m.expected]]);
    }
  }
}

function delayedEntry() {
  const rows = oracle('c_delayed_entry_km_by_score.csv');
  for (const scale of ['log', 'log-log']) {
    const days = ['--interval', scale, '--days', ...new Set(rows.map(o => o.time))];
    const groups = [...groupsOf('compas-liberty', 'reoffence', 'all', days).groups, ...groupsOf('compas-liberty', 'reoffence', 'score_text', days).groups];
    for (const o of rows.filter(o => o.conf_type === scale)) {
      const d = groups.find(g => g.group === o.group)?.days.find(d => String(d.day) === o.time) ?? {};
      compare('c', `${o.group}, ${o.time}, ${scale}`, [['n_risk', d.atRisk, o.n_risk], ['survival', d.survival, o.survival], ['std_err', d.standardError, o.std_err], ['lower95', d.lower95, o.lower95], ['upper95', d.upper95, o.upper95]]);
    }
  }
}

function processMap() {
  const map = ask('map', join(examples, 'compas-events.sql'), '--most', '100000');
  for (const o of oracle('d_dfg.csv')) {
    const p = map.pairs.find(p => p.from === o.from && p.to === o.to) ?? { gap: {} };
    compare('d_dfg', `${o.from} > ${o.to}`, [['count', p.count, o.count], ['persons', p.cases, o.persons], ['median_days', p.gap.median, o.median_days], ['mean_days', p.gap.mean, o.mean_days], ['min_days', p.gap.min, o.min_days], ['max_days', p.gap.max, o.max_days]]);
  }
  oracle('d_variants_top20.csv').forEach((o, i) => compare('d_variants', `rank ${o.rank}`, [['persons', map.variants[i]?.cases, o.persons], ['variant', map.variants[i]?.path, o.variant]]));
  const summary = JSON.parse(readFileSync(join(data, 'oracles/summary.json'), 'utf8')).dfg;
  compare('d_summary', 'all', [['pairs', map.pairsInAll, String(summary.pairs)], ['variants', map.variantsInAll, String(summary.variants)]]);
  for (const [end, counts] of [['start', map.starts], ['end', map.ends]])
    compare('d_summary', end, Object.entries(summary[end]).map(([name, count]) => [name, counts[name], String(count)]));
}

function counts(file, question, key) {
  const rows = measure(question);
  for (const o of oracle(file)) {
    const r = rows.find(r => r[key] === o[key]) ?? {};
    compare(file[0], o[key], Object.keys(o).filter(c => c !== key).map(c => [c, r[c], o[c]]));
  }
}

function disparity() {
  const rows = ask('measure', join(examples, 'compas-disparity.sql'), '--reference', 'Caucasian').rows;
  for (const o of oracle('f_rri_by_race.csv')) {
    const r = rows.find(r => r.outcome === o.outcome && r.race === o.race) ?? {};
    compare('f', `${o.outcome}, ${o.race}`, [['n', r.n, o.n], ['x', r.x, o.x], ['rate', r.rate, o.rate], ['rri', r.relativeRateIndex, o.rri_vs_caucasian], ['low', r.relativeRateIndex95?.low, o.ci95_low], ['high', r.relativeRateIndex95?.high, o.ci95_high]]);
  }
}

// Event logs of somebody else's, where a folder with them stands beside the data: each FILE.csv.gz with what was counted of it in FILE_..._summary.json, _dfg.csv and _variants_top20.csv.
function logs() {
  const folder = join(dirname(resolve(data)), 'throughput');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  for (const log of files.filter(f => f.endsWith('.csv.gz'))) {
    const name = log.replace('.csv.gz', '');
    const of = ending => files.filter(f => f.startsWith(name) && f.endsWith(ending)).map(f => join(folder, f))[0];
    if (!of('_summary.json')) continue;
    const ours = JSON.parse(execFileSync(join(home, 'journey'), ['outcomes', 'log', join(folder, log), '--json'], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] }));
    const summary = JSON.parse(readFileSync(of('_summary.json'), 'utf8'));
    compare(name, 'summary', [['cases', ours.cases, summary.cases], ['events', ours.events, summary.events], ['variants', ours.variants.length, summary.variants], ['pairs', ours.pairs.length, summary.dfg_pairs], ['follows', ours.follows, summary.dfg_edges]].map(([n, o, t]) => [n, o, String(t)]));
    for (const [theirs, counts] of [['activity_counts', ours.activities], ['start', ours.starts], ['end', ours.ends]])
      compare(name, theirs, Object.entries(summary[theirs]).map(([activity, count]) => [activity, counts[activity], String(count)]));
    if (of('_dfg.csv')) for (const o of table(of('_dfg.csv'))) {
      const p = ours.pairs.find(p => p.from === o.from && p.to === o.to) ?? { gap: {} };
      compare(name, `${o.from} > ${o.to}`, [['count', p.count, o.count], ['median', p.gap.median, o.median_seconds], ['mean', p.gap.mean, o.mean_seconds], ['least', p.gap.min, o.min_seconds], ['most', p.gap.max, o.max_seconds]]);
    }
    if (of('_variants_top20.csv')) for (const o of table(of('_variants_top20.csv')))
      compare(name, `variant ${o.rank}`, [['cases', ours.variants[o.rank - 1]?.cases, o.cases], ['way', ours.variants[o.rank - 1]?.path, o.variant]]);
  }
}

rates();
survival();
logRank();
delayedEntry();
processMap();
counts('e_custody_population.csv', 'compas-population', 'date');
disparity();
counts('g_status_as_of.csv', 'compas-status', 'as_of');
logs();
console.log(`${equal} of ${figures} figures equal`);
process.exit(equal === figures ? 0 : 1);
