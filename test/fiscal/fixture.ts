import {
  type AwardPersons,
  type Coefficient,
  type FiscalCounts,
  type FiscalResult,
  fiscal,
  groups,
  type PersonsMean,
  type Tier,
  tiers,
} from '../../src/fiscal/index.ts';
import { readCoefficients } from '../../src/scenario/coefficient-table.ts';
import { readData } from '../../src/scenario/read-data.ts';

const BASE_YEAR = 2023;
const END_YEAR = 2026;
const counters = [
  'residents',
  'townspeople',
  'preschool',
  'primary',
  'junior',
  'senior',
  'employee_insured',
  'resident_insured',
  'employee_pension',
  'resident_pension',
  'elderly',
  'informal',
  'public_rental',
];

/** A district and a county of Chifeng's code, three years, two replicates: small whole numbers, all different. */
export function smallCounts(): FiscalCounts {
  const areas = [
    { code: '150402', name: { zh: '甲区', en: 'District' }, level: 'district', district: true },
    { code: '150421', name: { zh: '乙旗', en: 'Banner' }, level: 'county', district: false },
  ];
  const award = [1, 2].flatMap((replicate) =>
    areas.flatMap(({ code }, a) => years(BASE_YEAR + 1).map((year) => awardRow(replicate, code, a, year))),
  );
  const means = years(BASE_YEAR).flatMap((year) =>
    meansOf(
      areas.map(({ code }) => code),
      award,
      year,
    ),
  );
  return {
    run: {
      scenario: 'small',
      title: { zh: '小', en: 'Small' },
      city: '150400',
      cityName: { zh: '小市', en: 'Small' },
      baseYear: BASE_YEAR,
      endYear: END_YEAR,
      replicates: 2,
      sample: 1,
      seed: 'luohu',
      definition: 'law',
      scenarioHash: 'a'.repeat(64),
      resultHash: 'b'.repeat(64),
      version: '0.1.0',
    },
    areas,
    award,
    means,
  };
}

const years = (from: number): number[] => Array.from({ length: END_YEAR - from + 1 }, (_, t) => from + t);

function awardRow(replicate: number, area: string, a: number, year: number): AwardPersons {
  const t = year - BASE_YEAR;
  const byTier = (of: (k: number) => number): Record<Tier, number> =>
    Object.fromEntries(tiers.map((tier, k) => [tier, of(k)])) as Record<Tier, number>;
  return {
    replicate,
    area,
    year,
    settlers: byTier((k) => 100 * (k + 1) + 10 * t + 20 * replicate + 50 * a),
    students: byTier(() => 4),
    veterans: byTier(() => 2),
    permitsIssued: 300 + 10 * replicate + t,
    children: 500 + 20 * replicate + 5 * t + a,
  };
}

function meansOf(areas: readonly string[], award: readonly AwardPersons[], year: number): PersonsMean[] {
  const t = year - BASE_YEAR;
  const own = areas.flatMap((area, a) => {
    const row = (indicator: string, mean: number): PersonsMean => ({ area, year, indicator, mean });
    const mean = (of: (each: AwardPersons) => number): number => {
      const rows = award.filter((each) => each.area === area && each.year === year);
      return rows.reduce((sum, each) => sum + of(each), 0) / 2;
    };
    const status = counters.flatMap((counter, c) =>
      groups.map((group, g) => row(`by_status.${counter}.${group}`, 1000 + 100 * c + 10 * g + t * (g + 1) + a)),
    );
    const schools = ['preschool', 'primary', 'junior', 'senior'].flatMap((stage, s) => [
      row(`town_pupils.${stage}`, 4000 + 400 * t + s),
      row(`pupils.${stage}`, 6000 + 300 * t + s),
    ]);
    const flows =
      t === 0
        ? []
        : [
            row(
              'award_settlers',
              mean((each) => tiers.reduce((sum, tier) => sum + each.settlers[tier], 0)),
            ),
            row('award_settlers.agricultural', 400),
            row('award_settlers.left_for_other_county', 40 + a),
            ...tiers.flatMap((tier) => [
              row(
                `award_settlers.${tier}`,
                mean((each) => each.settlers[tier]),
              ),
              row(`award_settlers.${tier}.students`, 4),
              row(`award_settlers.${tier}.veterans`, 2),
              row(`settled_persons.${tier}`, mean((each) => each.settlers[tier]) + 5),
            ]),
            row(
              'settled_persons',
              mean((each) => tiers.reduce((sum, tier) => sum + each.settlers[tier] + 5, 0)),
            ),
            row(
              'permits_issued',
              mean((each) => each.permitsIssued),
            ),
            row('reclassified_registers', 90),
            row('rent_subsidy_households', 60 + t),
            row('rent_subsidy_households.registered', 40),
            row('rent_subsidy_households.settled', 10),
            row('public_rental_stock', 200 + 10 * t),
          ];
    return [
      ...status,
      ...schools,
      row('award_children', t === 0 ? 500 : mean((each) => each.children)),
      row('resident_population', 20_000 + 1000 * a),
      row('urban_registered_population', 9000 + 300 * t),
      row('urban_registered_population.by_place', 9000 + 350 * t),
      ...flows,
    ];
  });
  const names = new Set(own.map(({ indicator }) => indicator));
  const city = [...names].map((indicator) => ({
    area: 'city',
    year,
    indicator,
    mean: own.reduce((sum, each) => (each.indicator === indicator ? sum + each.mean : sum), 0),
  }));
  return [...city, ...own];
}

/** The coefficients of data/ for Chifeng, with some of them set to other values. */
export function coefficientsWith(values: Readonly<Record<string, number>> = {}): Coefficient[] {
  const table = readCoefficients(readData, '150400');
  const all = 'pool.settlers' in values ? sameEveryYear(table, 'pool.settlers') : table;
  for (const id of Object.keys(values))
    if (!all.some((each) => each.id === id)) throw new Error(`no coefficient ${id}`);
  return all.map((each) => (Object.hasOwn(values, each.id) ? { ...each, value: values[each.id] } : each));
}

/** A series as one figure for all years. */
function sameEveryYear(table: readonly Coefficient[], id: string): Coefficient[] {
  const series = table.filter((each) => each.id.startsWith(`${id}.`));
  return [...table.filter((each) => !series.includes(each)), { ...series[0], id, year: null }];
}

export const smallResult = (values: Readonly<Record<string, number>> = {}): FiscalResult =>
  fiscal(smallCounts(), coefficientsWith(values));
