/**
 * Solves the flows of the counties (data/county-flows) so that ten years of a run come where the regression of src/analysis/county expects:
 * `npm run flows -- --prospects FILE --kept FILE [--part 1/2] [--places 150200,411200] [--steps 8]`. The prospects are made first and kept
 * (five minutes); every place that is solved is added to the file kept, so that it can be stopped and gone on with; `--write` writes
 * data/county-flows of all that is kept. Begins with the flows there are, unless `--anew`: three steps then do. `--polish 20` makes a last step from the
 * middle of so many replicates as runs have them.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { mean, median } from 'simple-statistics';
import { countyProspects, type Prospect } from '../../src/analysis/county/prospects.ts';
import {
  type CountyOutcome,
  countyTargets,
  eldersExpected,
  firstFlows,
  HORIZON,
  improvedFlows,
  stillFlows,
} from '../../src/analysis/county/solve-flows.ts';
import { countySpread } from '../../src/analysis/county/spread.ts';
import { valueAt } from '../../src/analysis/hindcast/target-value.ts';
import { statedParameters } from '../../src/kernel/parameters.ts';
import { runReplicate } from '../../src/kernel/run-replicate.ts';
import { workspaceCapacity } from '../../src/kernel/workspace.ts';
import { compileLawBook } from '../../src/policy/compile-law-book.ts';
import { Presence } from '../../src/population/codes.ts';
import { allocatePopulation, type Population } from '../../src/population/population.ts';
import { synthesize } from '../../src/population/synthesis/synthesize.ts';
import { baseKey } from '../../src/random/key.ts';
import { drawnBase } from '../../src/run/drawn-base.ts';
import { loadInputs, readShared } from '../../src/run/load-inputs.ts';
import { placeScenario } from '../../src/run/place-name.ts';
import { censusYears } from '../../src/scenario/city/census-unit.ts';
import { isPlace, provinceOf, readRegions } from '../../src/scenario/city/regions.ts';
import type { CityData, CountyFlows } from '../../src/scenario/city-data.ts';
import type { ParameterValues } from '../../src/scenario/parameters.ts';
import { readData } from '../../src/scenario/read-data.ts';

/** Parts of the way at each step: whole at first, then less, so that the chance of single runs averages out. */
const GAINS = [1, 1, 1, 1, 1, 0.9, 0.8, 0.7, 0.5];
/** Base populations the replicates of a last step take in turn, and the part of the way it goes. */
const POLISHING_BASES = 4;
const POLISHING_GAIN = 0.9;
/** Steps whose gains are passed over where flows are known. */
const KNOWN_STEPS = 5;
/** Persons a run has about, unless `--persons` says otherwise: more where there are more areas than twelve. */
const PERSONS_AN_AREA = 1 / 12;
/** Villages that come to be counted urban without anybody moving: 0.8 points of the urban share a year in 2010-20, half of it since (assumption). */
const RECLASSIFIED = { 2010: 0.008, 2020: 0.004 } as const;

const HEAD =
  'code,base_year,leaving,townward,arriving_province,arriving_nation,students,elders,draw,reclassified,births,job_chance_1,job_chance_2,job_chance_3,job_chance_4,net_spread,urban_spread';

const { values: options } = parseArgs({
  options: {
    prospects: { type: 'string', default: 'out/prospects.json' },
    kept: { type: 'string', default: 'out/flows.jsonl' },
    part: { type: 'string', default: '1/1' },
    places: { type: 'string' },
    years: { type: 'string', default: '2010,2020' },
    steps: { type: 'string', default: '9' },
    persons: { type: 'string', default: '30000' },
    write: { type: 'boolean', default: false },
    anew: { type: 'boolean', default: false },
    polish: { type: 'string', default: '0' },
  },
});

interface Kept {
  readonly place: string;
  readonly year: 2010 | 2020;
  readonly areas: readonly string[];
  readonly flows: readonly CountyFlows[];
  /** Mean absolute misses of the last two steps, weighted by residents: log residents, urban share, log children, log of those of 15-24 and of 60 and older. */
  readonly off: readonly number[];
  readonly seconds: number;
}

const keptRows = (): Kept[] =>
  existsSync(options.kept)
    ? readFileSync(options.kept, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Kept)
    : [];

function prospects(): Map<string, Prospect> {
  if (!existsSync(options.prospects)) {
    const made = countyProspects(readData, (done, of) => console.error(`prospects: ${done} of ${of}`));
    writeFileSync(
      options.prospects,
      JSON.stringify(made, (_, value) => (value instanceof Float64Array ? [...value] : value)),
    );
  }
  const rows = JSON.parse(readFileSync(options.prospects, 'utf8')) as Prospect[];
  return new Map(rows.map((row) => [`${row.baseYear} ${row.code}`, row]));
}

const shared = readShared();
const regions = readRegions(readData);

/** Moves of old people that may be expected, by year and code. */
function eldersOf(known: Map<string, Prospect>): Map<string, number> {
  const found = new Map<string, number>();
  for (const year of [2010, 2020]) {
    const rows = [...known.values()].filter(({ baseYear }) => baseYear === year);
    eldersExpected(rows).forEach((rate, n) => void found.set(`${year} ${rows[n].code}`, rate));
  }
  return found;
}

/** Flows of one place and census, from those it has or from nothing. */
function solve(
  code: string,
  year: 2010 | 2020,
  known: Map<string, Prospect>,
  parents: Map<string, number>,
  steps: number,
): Kept {
  const started = performance.now();
  const place = regions.get(code)!;
  const overrides = { from: year, to: year + HORIZON };
  const command = { scenario: placeScenario(place, regions), overrides, sample: 1 } as Parameters<typeof loadInputs>[0];
  const { scenario: loaded, city, documents } = loadInputs(command, 'en', shared);
  const { posterior: _, ...rest } = loaded;
  const scenario = { ...rest, uncertainty: 'fixed', endYear: year + HORIZON } as typeof loaded;
  const persons = city.areas.reduce((sum, area) => sum + Math.max(area.registered, area.population), 0);
  const sample = Math.min(1, (Number(options.persons) * Math.max(1, PERSONS_AN_AREA * city.areas.length)) / persons);
  const baseFrom = (of: { readonly city: CityData; readonly parameters: ParameterValues }, part = 0): Population =>
    synthesize(of.city, of.parameters, baseKey(scenario.seed, Number(code), part), sample).population;
  const base = baseFrom({ city, parameters: statedParameters(scenario, year) });
  const law = compileLawBook(documents, { documents: scenario.documents, ...scenario.policy, areas: city.areas });
  const rows = city.areas.map((area) => known.get(`${year} ${area.code}`)!);
  const targets = countyTargets(rows, city.areas, statedParameters(scenario, year)['base.insideShare']);
  let flows: CountyFlows[] = city.areas.map((area) => {
    const villagers = Math.max(0.02, 1 - area.urban / area.population);
    const reclassified = Math.min(0.05, RECLASSIFIED[year] / villagers);
    const spread = countySpread(area, code);
    const own = options.anew ? undefined : city.flows[city.areas.indexOf(area)];
    const elders = parents.get(`${year} ${area.code}`)!;
    // from 2020 nothing says how many old people there should be: they move as expected
    return own
      ? { ...own, spread, elders: year === 2010 ? own.elders : elders }
      : stillFlows({ elders, reclassified, births: 1, spread, jobChances: [1, 1, 1, 1] });
  });
  const anew = options.anew || city.flows.includes(undefined);
  const asked = [
    {
      indicators: [
        ...['resident_population', 'children_0_9', 'resident_urbanization_rate', 'births', 'deaths'],
        ...['job_seekers', 'jobs_found'],
        ...['residents_registered_elsewhere.province', 'residents_registered_elsewhere.other_province'],
      ],
      from: year,
      to: year + HORIZON,
    },
  ];
  const areas = city.areas.length;
  /** What one replicate makes of every county. */
  const outcomesOf = (from: Population, of: typeof scenario, replicate: number): CountyOutcome[] => {
    const now: CityData = { ...city, flows };
    const common = { city: now, law, referenceLaw: law, base: from, weight: 1 / sample, strict: false, asked } as const;
    const workspace = allocatePopulation(workspaceCapacity(from, of, now));
    const before = insideOf(from, areas);
    const result = runReplicate({ ...common, scenario: of, workspace, replicate });
    const after = insideOf(workspace, areas);
    const youths = agedOf(workspace, areas, 15, 24);
    const elders = [from, workspace].map((each) => agedOf(each, areas, 60, 120));
    return city.areas.map((area, a): CountyOutcome => {
      const at = (name: string, when: number): number => valueAt(result, name, area.code, when);
      const years = Array.from({ length: HORIZON }, (_, t) => year + 1 + t);
      const flow = (name: string): number => years.reduce((sum, when) => sum + at(name, when), 0);
      const residents = at('resident_population', year + HORIZON);
      const chanceOf = (some: readonly number[]): number => {
        const [found, without] = ['jobs_found', 'job_seekers'].map((name) => mean(some.map((when) => at(name, when))));
        return found + without > 0 ? found / (found + without) : 1;
      };
      return {
        jobChances: [...years.slice(0, 3).map((when) => [when]), years.slice(3)].map(chanceOf),
        base: at('resident_population', year),
        withoutMoves: at('resident_population', year) + flow('births') - flow('deaths'),
        residents,
        children: at('children_0_9', year + HORIZON),
        youths: youths[a] / sample,
        elders: [elders[0][a] / sample, elders[1][a] / sample],
        urban: (residents * at('resident_urbanization_rate', year + HORIZON)) / 100,
        inside: [before[a] / sample, after[a] / sample],
        outsiders: [
          at('residents_registered_elsewhere.province', year + HORIZON) - after[a] / sample,
          at('residents_registered_elsewhere.other_province', year + HORIZON),
        ],
      };
    });
  };
  const misses: (readonly number[])[] = [];
  const step = (outcomes: readonly CountyOutcome[], gain: number, first = false): void => {
    const next = flows.map((each, a) =>
      first
        ? {
            flows: firstFlows(targets[a], outcomes[a], each),
            off: { residents: 1, urbanShare: 1, children: 1, youths: 1, elders: 1 },
          }
        : improvedFlows(each, targets[a], outcomes[a], gain),
    );
    const weighted = (of: (n: (typeof next)[number]) => number): number =>
      next.reduce((sum, each, a) => sum + Math.abs(of(each)) * city.areas[a].population, 0) /
      city.areas.reduce((sum, area) => sum + area.population, 0);
    misses.push([
      weighted(({ off }) => off.residents),
      weighted(({ off }) => off.urbanShare),
      weighted(({ off }) => off.children),
      weighted(({ off }) => off.youths),
      weighted(({ off }) => off.elders),
    ]);
    if (gain > 0) flows = next.map((each) => each.flows);
  };
  for (let n = 0; n <= steps; n++) {
    const gain = n < steps ? GAINS[Math.min(n + (anew ? 0 : KNOWN_STEPS), GAINS.length - 1)] : 0;
    if (n < steps || steps > 0) step(outcomesOf(base, scenario, n), gain, n === 0 && anew);
  }
  const replicates = Number(options.polish);
  if (replicates > 0) {
    // the middle of replicates as a run has them, from base populations as a run draws them: chance averages out
    const drawn = { ...scenario, uncertainty: 'prior', replicates } as typeof loaded;
    const bases = Array.from({ length: POLISHING_BASES }, (_, part) =>
      baseFrom(drawnBase({ city, scenario: drawn }, part), part),
    );
    const all = Array.from({ length: replicates }, (_, r) => outcomesOf(bases[r % bases.length], drawn, r));
    step(
      city.areas.map((_, a) => middleOf(all.map((outcomes) => outcomes[a]))),
      POLISHING_GAIN,
    );
  }
  const last = misses.slice(-2);
  return {
    place: code,
    year,
    areas: city.areas.map((area) => area.code),
    flows,
    off: [0, 1, 2, 3, 4].map((k) => mean(last.map((each) => each[k]))),
    seconds: Math.round((performance.now() - started) / 100) / 10,
  };
}

/** The middle of what replicates made of a county: medians of persons and of shares. */
function middleOf(outcomes: readonly CountyOutcome[]): CountyOutcome {
  const middle = (of: (outcome: CountyOutcome) => number): number => median(outcomes.map(of));
  const residents = middle((each) => each.residents);
  return {
    base: middle((each) => each.base),
    withoutMoves: middle((each) => each.withoutMoves),
    residents,
    children: middle((each) => each.children),
    youths: middle((each) => each.youths),
    elders: [middle((each) => each.elders[0]), middle((each) => each.elders[1])],
    urban: residents * middle((each) => each.urban / each.residents),
    jobChances: outcomes[0].jobChances.map((_, n) => mean(outcomes.map((each) => each.jobChances[n]))),
    inside: [middle((each) => each.inside[0]), middle((each) => each.inside[1])],
    outsiders: [middle((each) => each.outsiders[0]), middle((each) => each.outsiders[1])],
  };
}

/** Residents registered in another county of the same place, by area. */
function insideOf({ persons }: Population, areas: number): Float64Array {
  const { presence, residenceArea, registerArea } = persons.columns;
  const inside = new Float64Array(areas);
  for (let i = 0; i < persons.rows; i++)
    if (presence[i] === Presence.present && residenceArea[i] < areas && registerArea[i] < areas)
      inside[residenceArea[i]] += registerArea[i] === residenceArea[i] ? 0 : 1;
  return inside;
}

/** Residents between two ages, both included, by area. */
function agedOf({ persons }: Population, areas: number, youngest: number, oldest: number): Float64Array {
  const { presence, age, residenceArea } = persons.columns;
  const residents = new Float64Array(areas);
  for (let i = 0; i < persons.rows; i++)
    if (presence[i] === Presence.present && residenceArea[i] < areas && age[i] >= youngest && age[i] <= oldest)
      residents[residenceArea[i]]++;
  return residents;
}

/** Writes what is kept over what was there; rows of places that were not solved stay. */
function write(): void {
  const digits = (value: number): string => String(Number(value.toFixed(6)));
  const solved = new Map<string, string>();
  for (const { year, areas, flows } of keptRows())
    areas.forEach((code, a) => {
      const { leaving, townward, arriving, students, elders, draw, reclassified, births, jobChances, spread } =
        flows[a];
      const all = [
        leaving,
        townward,
        ...arriving,
        students,
        elders,
        draw,
        reclassified,
        births,
        ...jobChances,
        spread.net,
        spread.urban,
      ];
      const numbers = all.map(digits);
      solved.set(`${code},${year}`, numbers.join(','));
    });
  const keyOf = (line: string): string => line.split(',', 2).join(',');
  for (const { code: province } of [...regions.values()].filter(({ level }) => level === 'province')) {
    const file = `data/county-flows/${province}.csv`;
    const [head, ...before] = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [HEAD];
    const own = [...solved.keys()].filter((key) => provinceOf(key.slice(0, 6)) === province);
    const known = new Set(before.map(keyOf));
    const rows = [...before.map(keyOf), ...own.filter((key) => !known.has(key))];
    const old = new Map(before.map((line) => [keyOf(line), line]));
    const lines = rows.map((key) => (solved.has(key) ? `${key},${solved.get(key)}` : old.get(key)!));
    mkdirSync('data/county-flows', { recursive: true });
    writeFileSync(file, `${[head, ...lines].join('\n')}\n`);
  }
}

if (options.write) write();
else {
  const known = prospects();
  const parents = eldersOf(known);
  const done = new Set(keptRows().map(({ place, year }) => `${year} ${place}`));
  const [part, parts] = options.part.split('/').map(Number);
  const only = options.places?.split(',');
  const places = [...regions.values()].filter(isPlace).filter(({ code }) => only?.includes(code) ?? true);
  const jobs = places.flatMap(({ code }) =>
    options.years
      .split(',')
      .map(Number)
      .flatMap((year) =>
        censusYears(readData, code).includes(year as 2010) ? [{ code, year: year as 2010 | 2020 }] : [],
      ),
  );
  const mine = jobs.filter((_, n) => n % parts === part - 1).filter(({ code, year }) => !done.has(`${year} ${code}`));
  mine.forEach(({ code, year }, n) => {
    try {
      const row = solve(code, year, known, parents, Number(options.steps));
      appendFileSync(options.kept, `${JSON.stringify(row)}\n`);
      console.error(
        `${n + 1}/${mine.length} ${year} ${code} ${row.off.map((x) => x.toFixed(4)).join(' ')} ${row.seconds} s`,
      );
    } catch (error) {
      console.error(`${year} ${code} failed: ${error instanceof Error ? error.stack : error}`);
    }
  });
}
