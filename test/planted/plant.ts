import { quantile } from 'simple-statistics';
import { normalDraws } from '../../src/analysis/calibration/normal-draws.ts';
import { type Fit, fitFigures } from '../../src/analysis/figures/fit.ts';
import { scaledOf, unscaled } from '../../src/analysis/figures/measured.ts';
import { simulateMembers } from '../../src/analysis/figures/members.ts';
import { rowsOf } from '../../src/analysis/figures/rows.ts';
import { unknownsOf } from '../../src/analysis/figures/unknowns.ts';
import { normalQuantile } from '../../src/math/normal-quantile.ts';
import { uniform } from '../../src/random/draw.ts';
import { replicateKey } from '../../src/random/key.ts';
import { type Inputs, loadInputs } from '../../src/run/load-inputs.ts';
import { usualError } from '../../src/run/observations/figure.ts';
import type { Session } from '../../src/run/session.ts';
import type { OwnFigure } from '../../src/scenario/scenario.ts';

/** What is handed back of a planted city: ten figures. */
const handed = [
  ...[2021, 2022, 2023, 2024].map((year) => ['resident_population', year] as const),
  ...[2022, 2024].map((year) => ['resident_urbanization_rate', year] as const),
  ['births', 2023],
  ['deaths', 2023],
  ['registered_urbanization_rate', 2024],
  ['settled_reported', 2024],
] as const;
const UNTIL = 2024;
/** What is forecast five years on. */
const asked = [
  'resident_population',
  'resident_urbanization_rate',
  'registered_urbanization_rate',
  'births',
  'settled_reported',
] as const;
export const AHEAD = UNTIL + 5;
/** Replicate whose chance is the planted city's: no member of a fit has it. */
const TRUE_LUCK = 977;

export interface PlantedCity {
  readonly inputs: Inputs;
  readonly names: readonly string[];
  readonly truth: readonly number[];
  readonly figures: readonly OwnFigure[];
  /** True values five years on. */
  readonly later: readonly OwnFigure[];
}

/** What was simulated, kept for one fit. */
export const memory = () => {
  const known = new Map<string, readonly number[]>();
  return {
    get: (key: string) => known.get(key) ?? null,
    put: (key: string, value: readonly number[]) => void known.set(key, value),
  };
};

/** Simulates one city with known drivers and hands back ten of its figures with noise, and what became of it. */
export async function plant(session: Session, place: string, number: number, sample: number): Promise<PlantedCity> {
  const inputs = loadInputs({ scenario: place, overrides: { to: AHEAD, seed: `planted ${number}` }, sample }, 'en');
  const { ofReplicate, ofBase } = unknownsOf(inputs, AHEAD);
  const names = [...ofBase, ...ofReplicate];
  const truth = normalDraws(`truth ${place}`, 20, names.length)[number % 20];
  const figure = (indicator: string, year: number): OwnFigure => ({
    area: 'city',
    year,
    indicator,
    value: 1,
    error: 1,
    source: 'planted',
  });
  const all = [
    ...handed.map(([indicator, year]) => figure(indicator, year)),
    ...asked.map((indicator) => figure(indicator, AHEAD)),
  ];
  // on the scale of the figures, of which the value decides
  const scaled = scaledOf(all.map((each) => ({ ...each, value: 1000 })));
  const [values] = await simulateMembers(
    session,
    inputs,
    scaled,
    { names, rows: [truth], luck: [TRUE_LUCK], ownBases: true },
    { kept: memory() },
  );
  const key = replicateKey(`planted noise ${place}`, number);
  const counted = all.map((each, j): OwnFigure => {
    const value = unscaled(scaled[j], values[j]);
    const error = usualError(each.indicator, value, !scaled[j].isLog, 0);
    const noise = j < handed.length ? normalQuantile(Math.max(1e-9, uniform(key, j, 0, 2024, 0))) : 0;
    return { ...each, error, value: value + error * noise };
  });
  return { inputs, names, truth, figures: counted.slice(0, handed.length), later: counted.slice(handed.length) };
}

export interface Recovered {
  /** Drivers the figures told something of, and those whose truth lies in the 90 % interval. */
  readonly told: number;
  readonly held: number;
  /** The same of those told well: at least a fifth narrower. */
  readonly well: number;
  readonly heldWell: number;
  /** By what is forecast: distance of the median and the interval with figures, and without, and whether the interval holds. */
  readonly forecast: readonly {
    readonly indicator: string;
    readonly error: number;
    readonly without: number;
    readonly held: boolean;
    readonly heldWithout: boolean;
  }[];
  readonly seconds: number;
}

/** Fits a planted city and looks whether its truth was found and its future was. */
export async function recover(session: Session, city: PlantedCity, pairs: number, members = 60): Promise<Recovered> {
  const started = performance.now();
  const { inputs, names, truth, figures, later } = city;
  const ending = loadInputs({ ...inputs.command, overrides: { ...inputs.command.overrides, to: UNTIL } }, 'en');
  const fit: Fit = await fitFigures(session, ending, figures, {
    pairs,
    chanceShare: inputs.command.sample,
    until: UNTIL,
    kept: memory(),
  });
  const z = normalQuantile(0.95);
  const inside = fit.told.map(({ name, mean, sd }) => ({
    sd,
    held: Math.abs(truth[names.indexOf(name)] - mean) <= z * sd,
  }));
  const well = inside.filter(({ sd }) => sd < 0.8);
  // what becomes of it, with figures and without
  const scaled = scaledOf(later);
  const rows = rowsOf(fit.known, 'forecast', members);
  const own = { names: fit.known.names, ownBases: fit.known.ofBase > 0, luck: rows.map((_, m) => m) };
  const informed = await simulateMembers(session, inputs, scaled, { ...own, rows }, { kept: memory() });
  const blind = await simulateMembers(
    session,
    inputs,
    scaled,
    { names: ['nothing'], rows: rows.map(() => [0]), luck: own.luck, ownBases: false },
    { kept: memory() },
  );
  const forecast = later.map(({ indicator, value }, j) => {
    const of = (all: readonly (readonly number[])[]) => {
      const column = all.map((row) => unscaled(scaled[j], row[j]));
      const [low, middle, high] = [0.05, 0.5, 0.95].map((p) => quantile(column, p));
      return { error: Math.abs(middle - value), held: low <= value && value <= high };
    };
    const [withFigures, without] = [of(informed), of(blind)];
    return {
      indicator,
      error: withFigures.error,
      without: without.error,
      held: withFigures.held,
      heldWithout: without.held,
    };
  });
  return {
    told: inside.length,
    held: inside.filter(({ held }) => held).length,
    well: well.length,
    heldWell: well.filter(({ held }) => held).length,
    forecast,
    seconds: (performance.now() - started) / 1000,
  };
}
