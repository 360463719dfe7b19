import { writeFileSync } from 'node:fs';
import { expectedPersons } from '../../src/run/memory.ts';
import { loadModel } from './model/load-model.ts';

const [city, share, draws] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const years = 15;
const model = await loadModel('.', city, years, 'prior');
const FULL = 4;
const out: any = { city, share, names: [], full: [], err: [] };
const last = (r: any) => {
  const row =
    (r.years.indexOf(model.baseYear + years) * r.areas.length + r.areas.indexOf('city')) * r.indicators.length;
  // cumulative over years for stability is left out: last year and sum
  const sum = r.indicators.map((_: any, i: number) => {
    let s = 0;
    for (let y = 1; y < r.years.length; y++) {
      const v = r.values[(y * r.areas.length + r.areas.indexOf('city')) * r.indicators.length + i];
      if (!Number.isNaN(v)) s += v;
    }
    return s;
  });
  out.names = r.indicators;
  return { last: [...r.values.slice(row, row + r.indicators.length)], sum };
};
const whole = [0].map((k) => model.makeBase(1, k));
let ws = model.workspaceOf(whole[0]);
for (let k = 0; k < FULL; k++) out.full.push(last(model.replicate({ base: whole[0], workspace: ws, replicate: k })));
for (let d = 0; d < draws; d++) {
  const base = model.makeBase(share, d);
  ws = model.workspaceOf(base);
  out.err.push(last(model.replicate({ base, workspace: ws, replicate: d % FULL, weight: 1 / share })));
}
writeFileSync(`/tmp/bias-${city}.json`, JSON.stringify(out));
