// npx tsx test/bench/w/make-reference.ts: writes reference.csv, in half a minute.
import { writeFileSync } from 'node:fs';
import seedrandom from 'seedrandom';
import { mean, sampleStandardDeviation } from 'simple-statistics';
import { expectedEvents } from './expected.ts';
import { plainVillage } from './plain.ts';
import { counted } from './z-test.ts';

const VILLAGES = 20_000;
const HOUSEHOLDS = 200;
const YEARS = 15;

const random = seedrandom('workload W, reference');
const villages = Array.from({ length: VILLAGES }, () => {
  const counts = plainVillage(random);
  return counted.map((what) => [...counts[what], counts[what].reduce((sum, n) => sum + n, 0)]);
});
const exact = expectedEvents();

const header = ['year', ...counted.flatMap((what) => [what, `${what}_sd`, `${what}_error`])];
const rows = Array.from({ length: YEARS + 1 }, (_, year) => {
  const moments = counted.flatMap((what, c) => {
    const perHousehold = villages.map((village) => village[c][year] / HOUSEHOLDS);
    // households of a village follow each other: the spread is taken over villages, and stated for one household
    const sd = Math.sqrt(HOUSEHOLDS) * sampleStandardDeviation(perHousehold);
    if (what === 'settled') return [mean(perHousehold), sd, sd / Math.sqrt(VILLAGES * HOUSEHOLDS)];
    const all = exact[what].reduce((sum, events) => sum + events, 0);
    return [exact[what][year] ?? all, sd, 0];
  });
  return [year < YEARS ? year + 1 : 'all', ...moments.map((moment) => moment.toPrecision(7))];
});
writeFileSync(
  new URL('reference.csv', import.meta.url),
  `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`,
);
