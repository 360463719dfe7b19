/**
 * npm run bench -- [CITY [YEARS [ROUNDS]]]                 the full model of this package (README.md)
 *                  --vs REVISION [CITY [YEARS [ROUNDS]]]   ... against another revision, in turn
 *                  w [HOUSEHOLDS [ROUNDS]]                 workload W against C++, on one and two threads
 *                  linear [CITY [MILLIONS]]                cost of a person-year by size of the population
 *                  sampling [CITY|all [YEARS [DRAWS]]]     what a sample changes
 *                  [--vs REVISION] answers [CITY [ROUNDS [QUESTION]]]  what answers of run, compare, seek and sensitivity cost
 *                  startup [ROUNDS]                        how soon the command answers
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { vs: { type: 'string' } } });
  const [first, ...rest] = positionals;
  switch (first) {
    case 'w': {
      const { benchW } = await import('./w/bench.ts');
      process.exitCode = (await benchW(count(rest[0], 1_000_000), count(rest[1], 7))) ? 0 : 1;
      return;
    }
    case 'linear': {
      const { benchLinear } = await import('./linear/bench.ts');
      return benchLinear(known(rest[0] ?? 'sanmenxia'), count(rest[1], 100));
    }
    case 'sampling': {
      const { benchSampling } = await import('./sampling/bench.ts');
      const which = rest[0] ?? 'all';
      if (which !== 'all') which.split(',').forEach(known);
      return benchSampling(which, count(rest[1], 15), count(rest[2], 24));
    }
    case 'answers': {
      const { benchAnswers } = await import('./answers/bench.ts');
      return benchAnswers(known(rest[0] ?? 'sanmenxia'), count(rest[1], 1), values.vs, rest[2]);
    }
    case 'startup': {
      const { benchStartup } = await import('./startup.ts');
      process.exitCode = (await benchStartup(count(rest[0], 15))) ? 0 : 1;
      return;
    }
    default: {
      const city = known(first ?? 'baotou');
      const years = count(rest[0], 15);
      if (values.vs === undefined) return (await import('./model/bench.ts')).benchModel(city, years, count(rest[1], 3));
      return (await import('./model/compare.ts')).compareWith(values.vs, city, years, count(rest[1], 5));
    }
  }
}

function count(text: string | undefined, otherwise: number): number {
  const value = Number(text ?? otherwise);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`must be a whole number above 0, got ${text}`);
}

function known(city: string): string {
  if (existsSync(`scenarios/${city}.yaml`)) return city;
  throw new Error(`must be w, linear, sampling, answers, startup or a city of scenarios/, got ${city}`);
}
