import { readFileSync } from 'node:fs';
import { fiscal } from '../../../src/fiscal/fiscal.ts';
import type { Estimate } from '../../../src/fiscal/index.ts';
import { measures } from '../../../src/fiscal/measures.ts';
import {
  type AwardPersons,
  type Coefficient,
  type FiscalCounts,
  type FiscalResult,
  groups,
  type PersonsMean,
  type Tier,
  tiers,
} from '../../../src/fiscal/result.ts';
import { readCoefficients } from '../../../src/scenario/coefficient-table.ts';

/** Numbers without pattern and without chance: the same every time. */
function numbers(): () => number {
  let state = 12_345;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

export interface Shape {
  readonly areas: number;
  readonly years: number;
  readonly replicates: number;
}

/** Counts of an invented city of a few counties, years and replicates: whole persons, city cells the sums of the counties. */
export function inventedCounts({ areas, years, replicates }: Shape, baseYear = 2021): FiscalCounts {
  const next = numbers();
  const upTo = (most: number) => Math.floor(next() * most);
  const codes = Array.from({ length: areas }, (_, i) => String(150_202 + i));
  const tiered = (of: (tier: Tier) => number) =>
    Object.fromEntries(tiers.map((tier) => [tier, of(tier)])) as Record<Tier, number>;
  const award: AwardPersons[] = [];
  for (let replicate = 0; replicate < replicates; replicate++)
    for (const area of codes)
      for (let year = baseYear + 1; year <= baseYear + years; year++)
        award.push({
          replicate,
          area,
          year,
          settlers: tiered(() => 40 + upTo(300)),
          students: tiered(() => upTo(20)),
          veterans: tiered(() => upTo(5)),
          permitsIssued: upTo(2000),
          children: upTo(4000),
        });
  return {
    run: {
      scenario: 'invented',
      title: { zh: '虚构情景 =1+1', en: '=HYPERLINK("http://invented.example")' },
      city: '150200',
      cityName: { zh: '虚构市', en: 'Invented City' },
      baseYear,
      endYear: baseYear + years,
      replicates,
      sample: 1,
      seed: 'test',
      definition: 'law',
      scenarioHash: '1111111111111111',
      resultHash: '2222222222222222',
      version: '0.1.0',
    },
    areas: codes.map((code, i) => ({
      code,
      name: { zh: `虚构${i + 1}县`, en: `Invented County ${i + 1}` },
      level: 'county',
      district: i === 0,
    })),
    award,
    means: inventedMeans(codes, award, replicates, baseYear, years, upTo),
  };
}

function inventedMeans(
  codes: readonly string[],
  award: readonly AwardPersons[],
  replicates: number,
  baseYear: number,
  years: number,
  upTo: (most: number) => number,
): PersonsMean[] {
  const means: PersonsMean[] = [];
  const counters = [...new Set(measures.map(({ counter }) => counter))].filter((counter) => counter !== 'rent_subsidy');
  for (let year = baseYear; year <= baseYear + years; year++) {
    const add = (indicator: string, of: (area: string) => number) => {
      let city = 0;
      for (const area of codes) {
        const mean = of(area);
        city += mean;
        means.push({ area, year, indicator, mean });
      }
      means.push({ area: 'city', year, indicator, mean: city });
    };
    const residents = new Map(codes.map((area) => [area, 0]));
    for (const counter of counters)
      for (const group of groups)
        add(`by_status.${counter}.${group}`, (area) => {
          const persons = 100 + upTo(counter === 'residents' ? 50_000 : 3000) / 4;
          if (counter === 'residents') residents.set(area, residents.get(area)! + persons);
          return persons;
        });
    const grown = (year - baseYear) * 600;
    for (const stage of ['preschool', 'primary', 'junior', 'senior']) {
      const town = new Map(codes.map((area) => [area, 4000 + grown + upTo(500)]));
      add(`town_pupils.${stage}`, (area) => town.get(area)!);
      add(`pupils.${stage}`, (area) => town.get(area)! + 300 + upTo(900));
    }
    const meanOf = (area: string, value: (row: AwardPersons) => number) =>
      award.reduce((sum, row) => (row.area === area && row.year === year ? sum + value(row) : sum), 0) / replicates;
    for (const tier of tiers) {
      add(`award_settlers.${tier}`, (area) => meanOf(area, ({ settlers }) => settlers[tier]));
      add(`award_settlers.${tier}.students`, (area) => meanOf(area, ({ students }) => students[tier]));
      add(`award_settlers.${tier}.veterans`, (area) => meanOf(area, ({ veterans }) => veterans[tier]));
      add(`settled_persons.${tier}`, (area) => meanOf(area, ({ settlers }) => settlers[tier]) + 30);
    }
    const all = (area: string) => tiers.reduce((sum, tier) => sum + meanOf(area, ({ settlers }) => settlers[tier]), 0);
    add('award_settlers', all);
    add('award_settlers.agricultural', (area) => 0.9 * all(area));
    add('award_settlers.left_for_other_county', () => upTo(200));
    add('award_children', (area) => meanOf(area, ({ children }) => children));
    add('permits_issued', (area) => meanOf(area, ({ permitsIssued }) => permitsIssued));
    add('settled_persons', (area) => all(area) + 120);
    add('reclassified_registers', () => upTo(400));
    add('resident_population', (area) => residents.get(area)!);
    add('public_rental_stock', () => 500 + (year - baseYear) * upTo(40));
    add('rent_subsidy_households', () => 400 + upTo(200));
    add('rent_subsidy_households.registered', () => 250 + upTo(100));
    add('rent_subsidy_households.settled', () => upTo(100));
    add('urban_registered_population', () => 60_000 + (year - baseYear) * 900 + upTo(300));
    add('urban_registered_population.by_place', () => 61_000 + (year - baseYear) * 950 + upTo(300));
  }
  return means;
}

/** The coefficients of Baotou, permits counted, some of them changed. */
export function coefficientsWith(changed: Readonly<Record<string, number>> = {}): Coefficient[] {
  const values: Readonly<Record<string, number>> = { 'award.permits': 1, ...changed };
  const table = readCoefficients((file) => readFileSync(`data/${file}`, 'utf8'), '150200');
  return table.map((own) => ({ ...own, value: values[own.id] ?? own.value }));
}

export const inventedResult = (shape: Shape, changed: Readonly<Record<string, number>> = {}): FiscalResult =>
  fiscal(inventedCounts(shape), coefficientsWith(changed), estimates);

const estimates = [
  {
    author: { zh: '某研究所', en: 'An Institute' },
    year: 2013,
    region: { zh: '西部', en: 'West' },
    component: { zh: '公共成本合计', en: 'public cost, total' },
    value: 106_000,
    unit: 'yuan per person',
    mark: 'published',
    source: { zh: '某蓝皮书', en: 'A blue book' },
  },
  {
    author: { zh: '某项调查', en: 'A Survey' },
    year: 2013,
    region: { zh: '全国', en: 'China' },
    component: { zh: '城市建设维护', en: 'urban construction and maintenance' },
    value: 677,
    unit: 'yuan per person per year',
    mark: 'recalled',
    source: { zh: '凭记忆', en: 'from memory' },
  },
  {
    author: { zh: '某研究所', en: 'An Institute' },
    year: 2013,
    region: { zh: '全国', en: 'China' },
    component: { zh: '个人生活成本', en: 'private living cost' },
    value: 14_710,
    unit: 'yuan per person per year',
    mark: 'published',
    source: { zh: '某蓝皮书', en: 'A blue book' },
  },
] as const satisfies readonly Estimate[];
