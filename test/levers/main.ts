// Measures the built package, as the benchmarks do.
import { statedParameters } from '../../dist/kernel/parameters.js';
import { synthesize } from '../../dist/population/synthesis/synthesize.js';
import { baseKey } from '../../dist/random/key.js';
import { loadInputs } from '../../dist/run/load-inputs.js';
import { type Ground, type Lever, levers, wholePackage } from './levers.ts';
import { createTown, type Outcome, outcome, type Town } from './measure.ts';

const [replicatesText = '8', sampleText = '0.05', ...named] = process.argv.slice(2);
const [replicates, sample] = [Number(replicatesText), Number(sampleText)];
const cities = named.length > 0 ? named : ['sanmenxia', 'qingyang'];

/** Mean of paired differences and its standard error. */
interface Estimate {
  readonly mean: number;
  readonly error: number;
  readonly values: readonly number[];
}

function estimate(values: readonly number[]): Estimate {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length), values };
}

const signed = (x: number, digits = 2): string => `${x < 0 ? '-' : '+'}${Math.abs(x).toFixed(digits)}`;
const shown = ({ mean, error }: Estimate, digits = 2): string => `${signed(mean, digits)} (${error.toFixed(digits)})`;
const spread = ({ values }: Estimate): string => `${signed(Math.min(...values))}..${signed(Math.max(...values))}`;
const row = (cells: readonly string[], widths: readonly number[]): void =>
  console.log(cells.map((cell, n) => (n === 0 ? cell.padEnd(widths[n]) : cell.padStart(widths[n]))).join(' '));

function readTown(name: string): Town {
  const inputs = loadInputs({ scenario: `scenarios/${name}.yaml`, overrides: {}, sample }, 'en');
  const key = baseKey(inputs.scenario.seed, Number(inputs.city.code));
  const parameters = statedParameters(inputs.scenario, inputs.scenario.baseYear);
  return createTown(inputs, synthesize(inputs.city, parameters, key, sample).population, 1 / sample);
}

/** Outcomes of every lever and of the grounds, by replicate, with common random numbers. */
function simulate(town: Town, uncertainty: 'fixed' | 'prior') {
  const grounds = new Map<Ground, Outcome[]>();
  const runs = new Map<Lever, Outcome[]>();
  for (let r = 1; r <= replicates; r++) {
    for (const ground of ['open', 'closed', 'long-lease'] as const)
      grounds.set(ground, [...(grounds.get(ground) ?? []), outcome(town, ground, null, uncertainty, r)]);
    for (const lever of levers)
      runs.set(lever, [...(runs.get(lever) ?? []), outcome(town, lever.ground, lever, uncertainty, r)]);
  }
  const differences = (lever: Lever, of: keyof Outcome): number[] =>
    runs.get(lever)!.map((run, r) => run[of] - grounds.get(lever.ground)![r][of]);
  return {
    base: (ground: Ground, of: keyof Outcome) => estimate(grounds.get(ground)!.map((run) => run[of])),
    effect(lever: Lever, of: keyof Outcome): Estimate {
      const values = differences(lever, of);
      if (!lever.perInsured) return estimate(values);
      const points = estimate(differences(lever, 'insured')).mean;
      return estimate(values.map((x) => (10 * x) / points));
    },
    /** Package less the sum of its parts. */
    interaction: (): Estimate =>
      estimate(
        differences(wholePackage, 'adults').map((whole, r) =>
          levers.reduce((rest, lever) => rest - (lever.inPackage ? differences(lever, 'adults')[r] : 0), whole),
        ),
      ),
  };
}

function verdict({ mean, error }: Estimate, range: Lever['range']): string {
  if (!range) return '';
  const side = mean < range[0] ? 'below' : mean > range[1] ? 'above' : 'inside';
  const close = range.some((end) => Math.abs(mean - end) < 2 * error);
  return close ? `${side} ~` : side;
}

const rangeText = (range: Lever['range']): string =>
  !range ? '' : range[0] === Number.NEGATIVE_INFINITY ? `to ${signed(range[1])}` : `${range[0]} to ${range[1]}`;

for (const name of cities) {
  const town = readTown(name);
  const fixed = simulate(town, 'fixed');
  const prior = simulate(town, 'prior');
  console.log(
    `\n${name}, ${replicates} replicates, sample ${sample}; base, percent of adults settled within five years:`,
  );
  for (const ground of ['open', 'closed', 'long-lease'] as const)
    console.log(`  ${ground}: ${shown(fixed.base(ground, 'adults'))}, drawn ${shown(prior.base(ground, 'adults'))}`);
  const widths = [36, 13, 8, 11, 9, 13, 9, 13];
  row(['lever', 'points (s.e.)', '% base', 'range', '', 'drawn (s.e.)', '', 'least..most'], widths);
  for (const lever of levers) {
    const effect = fixed.effect(lever, 'adults');
    const drawn = prior.effect(lever, 'adults');
    const relative = (100 * effect.mean) / fixed.base(lever.ground === 'closed' ? 'open' : lever.ground, 'adults').mean;
    row(
      [
        lever.name,
        shown(effect),
        signed(relative, 0),
        rangeText(lever.range),
        verdict(effect, lever.range),
        shown(drawn),
        verdict(drawn, lever.range),
        spread(drawn),
      ],
      widths,
    );
  }
  const together = fixed.interaction();
  const drawnTogether = prior.interaction();
  const sum = 'package less the sum of its parts';
  row([sum, shown(together), '', '', '', shown(drawnTogether), '', spread(drawnTogether)], widths);

  console.log('\nother measures (s.e.):');
  const others = [36, 14, 14, 14, 14, 14];
  const measures = ['persons', 'labour', 'willing', 'moves', 'leftBehind'] as const;
  row(['lever', 'all persons', 'rural labour', 'willing', 'town moves', 'left behind'], others);
  row(['base (open)', ...measures.map((of) => shown(fixed.base('open', of)))], others);
  for (const lever of levers) row([lever.name, ...measures.map((of) => shown(fixed.effect(lever, of)))], others);

  console.log('\nnotes:');
  for (const lever of levers) {
    const side = verdict(fixed.effect(lever, 'adults'), lever.range).split(' ')[0];
    if (lever.note) console.log(`  ${lever.name}: ${lever.note}`);
    if (side === 'below' || side === 'above')
      console.log(`  ${lever.name} is ${side}: ${lever[side] ?? 'no reason known'}`);
  }
}
