/**
 * npm run bench -- [CITY [YEARS [ROUNDS]]]          the full model of this package (README.md)
 *                  --vs REVISION [CITY [YEARS [ROUNDS]]]   ... against another revision, in turn
 *                  w [HOUSEHOLDS [ROUNDS]]          workload W against C++, on one and two threads
 *                  linear [CITY [MILLIONS]]         cost of a person-year by size of the population
 *                  sampling [CITY|all [YEARS [DRAWS]]]     what a sample changes
 *                  startup [ROUNDS]                 how soon the command answers
 */
import { parseArgs } from 'node:util';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { vs: { type: 'string' } } });
const [first, ...rest] = positionals;
const count = (text: string | undefined, otherwise: number): number => {
  const value = text === undefined ? otherwise : Number(text);
  if (!(value > 0)) throw new Error(`must be a number above 0, got ${text}`);
  return value;
};

if (first === 'w') {
  const { benchW } = await import('./w/bench.ts');
  process.exitCode = (await benchW(count(rest[0], 1_000_000), count(rest[1], 7))) ? 0 : 1;
} else if (first === 'linear') {
  const { benchLinear } = await import('./linear/bench.ts');
  await benchLinear(rest[0] ?? 'sanmenxia', count(rest[1], 100));
} else if (first === 'sampling') {
  const { benchSampling } = await import('./sampling/bench.ts');
  await benchSampling(rest[0] ?? 'all', count(rest[1], 15), count(rest[2], 8));
} else if (first === 'startup') {
  const { benchStartup } = await import('./startup.ts');
  process.exitCode = (await benchStartup(count(rest[0], 15))) ? 0 : 1;
} else {
  const [city, years, rounds] = [first ?? 'baotou', count(rest[0], 15), count(rest[1], values.vs ? 5 : 3)] as const;
  if (values.vs === undefined) await (await import('./model/bench.ts')).benchModel(city, years, rounds);
  else await (await import('./model/compare.ts')).compareWith(values.vs, city, years, rounds);
}
