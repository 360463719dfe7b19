import { appendFileSync } from 'node:fs';
import { group } from 'd3-array';
import { mean } from 'simple-statistics';
import { observedSeries } from '../../src/analysis/backtest/observed-series.ts';
import { fitFigures } from '../../src/analysis/figures/fit.ts';
import { type Scored, scoresOf } from '../../src/analysis/figures/naive.ts';
import { expectedPersons } from '../../src/run/expected-persons.ts';
import { loadInputs, readShared } from '../../src/run/load-inputs.ts';
import { usualError } from '../../src/run/observations/figure.ts';
import { placeScenario } from '../../src/run/place-name.ts';
import { closeSession, openSession } from '../../src/run/session.ts';
import { censusYears } from '../../src/scenario/city/census-unit.ts';
import { isPlace, readRegions } from '../../src/scenario/city/regions.ts';
import type { CityData } from '../../src/scenario/city-data.ts';
import { readData } from '../../src/scenario/read-data.ts';
import type { OwnFigure } from '../../src/scenario/scenario.ts';
import { memory } from './plant.ts';

/**
 * `npm run counted [places] [workers] [file] [offset]`: what figures of 2020-22 do for a forecast of 2023, in places that printed both, as `luohu new`
 * and `luohu calibrate --until 2022` would have it; beside the straight line through the last points and no change.
 */
const [places = '60', workers = '2', file, offset = '0'] = process.argv.slice(2);
const PERSONS = 15_000;
const PAIRS = 60;
const [BASE, UNTIL, LAST] = [2020, 2022, 2023] as const;
const RATES = ['resident_urbanization_rate', 'registered_urbanization_rate'];
const READ = ['resident_population', 'births', 'deaths', ...RATES];
/** Scored: what many printed in 2023. The registered rate is left out, since later ones of all places set the level of its registers. */
const SCORED = ['resident_population', 'resident_urbanization_rate'];

/** What the census of the base year says of both, where nothing was printed of that year-end: a naive forecast knows it, too. */
function censusOf({ areas }: CityData): OwnFigure[] {
  const of = (value: (area: CityData['areas'][number]) => number): number =>
    areas.reduce((sum, area) => sum + value(area), 0);
  const residents = of(({ population }) => population);
  const values = [residents, (100 * of(({ urban }) => urban)) / residents];
  return SCORED.map((indicator, i) => ({
    ...{ area: 'city', indicator, year: BASE, value: values[i]!, source: 'census of 2020' },
    error: usualError(indicator, values[i]!, RATES.includes(indicator), 0),
  }));
}

function figuresOf(code: string): OwnFigure[] {
  return observedSeries(readData, code, [])
    .filter(({ area, indicator }) => area === 'city' && READ.includes(indicator))
    .flatMap(({ indicator, points }) =>
      points
        .filter(({ year }) => year >= BASE && year <= LAST)
        .filter(({ year }) => year <= UNTIL || SCORED.includes(indicator))
        .map(({ year, value, source }) => ({
          area: 'city',
          indicator: indicator === 'deaths' ? 'deaths_reported' : indicator,
          year,
          value,
          error: usualError(indicator, value, RATES.includes(indicator), 0),
          source,
        })),
    );
}

const regions = readRegions(readData);
const shared = readShared();
const eligible = [...regions.values()].filter(isPlace).filter(({ code }) => {
  const years = new Set(
    figuresOf(code)
      .filter(({ indicator }) => indicator === 'resident_population')
      .map(({ year }) => year),
  );
  return [2021, UNTIL, LAST].every((year) => years.has(year)) && censusYears(readData, code).includes(BASE);
});
// spread over the list, hence over provinces
const step = Math.max(1, eligible.length / Number(places));
const chosen = eligible.filter(
  (_, i) => Math.floor((i - Number(offset)) / step) !== Math.floor((i - 1 - Number(offset)) / step),
);

const session = openSession(Number(workers));
const all: Scored[] = [];
for (const place of chosen) {
  const started = performance.now();
  const request = { scenario: placeScenario(place, regions), overrides: { from: BASE, to: LAST } };
  const { city } = loadInputs({ ...request, sample: 1 }, 'en', shared);
  const sample = Number(Math.min(1, PERSONS / expectedPersons(city)).toPrecision(2));
  const inputs = loadInputs({ ...request, sample }, 'en', shared);
  const printed = figuresOf(place.code);
  const isPrinted = ({ indicator, year }: OwnFigure): boolean =>
    printed.some((each) => each.indicator === indicator && each.year === year);
  const figures = [...censusOf(city).filter((each) => !isPrinted(each)), ...printed];
  const fit = await fitFigures(session, inputs, figures, {
    pairs: PAIRS,
    chanceShare: 1,
    until: UNTIL,
    kept: memory(),
  });
  const scored = scoresOf(fit.figures);
  all.push(...scored);
  const line = JSON.stringify({
    place: place.name.en,
    code: place.code,
    used: figures.length - scored.length,
    scored: scored.map(({ figure: { indicator, value }, forecasts }) => ({ indicator, value, ...forecasts })),
    seconds: Math.round((performance.now() - started) / 1000),
  });
  process.stdout.write(`${line}\n`);
  if (file !== undefined) appendFileSync(file, `${line}\n`);
}
await closeSession(session);

for (const [indicator, scored] of group(all, ({ figure }) => figure.indicator)) {
  const isRate = RATES.includes(indicator);
  for (const name of ['model', 'line', 'noChange'] as const) {
    const known = scored.flatMap(({ figure, forecasts: { [name]: own } }) =>
      own === null ? [] : [{ ...own, unit: isRate ? 1 : figure.value / 100 }],
    );
    if (known.length === 0) continue;
    const told = {
      indicator,
      forecast: name,
      places: known.length,
      meanAbsoluteError: mean(known.map(({ error, unit }) => Math.abs(error) / unit)),
      bias: mean(known.map(({ error, unit }) => error / unit)),
      intervalScore: mean(known.map(({ intervalScore, unit }) => intervalScore / unit)),
      inside: mean(known.map(({ inside }) => Number(inside))),
    };
    process.stdout.write(`${JSON.stringify(told)}\n`);
  }
}
