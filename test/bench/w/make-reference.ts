// npx tsx test/bench/w/make-reference.ts: reference values of W from the plain program, by village, over reference.csv.
import { writeFileSync } from 'node:fs';
import seedrandom from 'seedrandom';
import { mean, sampleStandardDeviation } from 'simple-statistics';
import { plainVillage } from './plain.ts';
import { counted } from './z-test.ts';

const VILLAGES = 20_000;
const HOUSEHOLDS = 200;

const random = seedrandom('workload W, reference');
const villages = Array.from({ length: VILLAGES }, () => {
  const counts = plainVillage(random);
  return counted.map((what) => [...counts[what], counts[what].reduce((sum, n) => sum + n, 0)]);
});

const header = ['year', ...counted.flatMap((what) => [what, `${what}_sd`]), 'households'];
const rows = Array.from({ length: 16 }, (_, year) => {
  const moments = counted.flatMap((_, c) => {
    const perHousehold = villages.map((village) => village[c]![year]! / HOUSEHOLDS);
    // households of a village follow each other: the spread is taken over villages, and stated for one household
    return [mean(perHousehold), Math.sqrt(HOUSEHOLDS) * sampleStandardDeviation(perHousehold)];
  });
  return [year < 15 ? year + 1 : 'all', ...moments.map((x) => x.toPrecision(7)), VILLAGES * HOUSEHOLDS];
});
writeFileSync(
  new URL('reference.csv', import.meta.url),
  `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`,
);
