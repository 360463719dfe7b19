import type { Localized } from '../language/language.ts';
import { amountsOf } from './award.ts';
import { type AwardSeries, awardBase, vintagesOf } from './award-base.ts';
import type { Book } from './book.ts';
import type { Means } from './means.ts';
import {
  type Award,
  type AwardForm,
  type AwardTier,
  awardForms,
  awardTierOf,
  type DefinitionRow,
  type FiscalArea,
  type FiscalCounts,
  tiers,
} from './result.ts';

/** One way of counting: persons of a year by the tier whose weight they would have. */
interface Definition {
  readonly id: string;
  readonly name: Localized;
  readonly lawful: boolean;
  readonly persons: (year: number) => Record<AwardTier, number>;
}

/**
 * What hangs on a definition: the award if its base were counted in other ways, by the same formula and coefficients, permits and
 * children unchanged. Only the first is what the rule asks for.
 */
export function definitions(
  means: Means,
  { areas }: FiscalCounts,
  years: readonly number[],
  { base: ofRule, rates }: Award,
  book: Book,
): DefinitionRow[] {
  const vintages = vintagesOf(book, years[0]);
  return waysOfCounting(means, areas, book).flatMap(({ id, name, lawful, persons }) => {
    const byYear = years.map((year) => [year, persons(year)] as const);
    const of = (tier: AwardTier) => new Map(byYear.map(([year, counted]) => [year, counted[tier]]));
    const series: AwardSeries = {
      counted: { other_province: of('other_province'), province: of('province'), same_city: of('same_city') },
      permits: new Map(years.map((year) => [year, means.of('city', year, 'permits_issued')])),
      children: new Map(years.map((year) => [year, means.of('city', year, 'award_children')])),
    };
    return byYear.map(([year, counted]): DefinitionRow => {
      const base = lawful
        ? ofRule.find((row) => row.area === 'city' && row.year === year)!
        : awardBase('city', year, series, vintages, book);
      const yuan = (form: AwardForm) => amountsOf(base, form, rates, book).reduce((sum, part) => sum + part.yuan, 0);
      return {
        id,
        name,
        lawful,
        year,
        persons: counted.other_province + counted.province + counted.same_city,
        byTier: counted,
        awardYuan: Object.fromEntries(awardForms.map((form) => [form, yuan(form)])) as Record<AwardForm, number>,
      };
    });
  });
}

function waysOfCounting(means: Means, areas: readonly FiscalArea[], book: Book): Definition[] {
  const sum = (codes: readonly string[], year: number, indicator: string): number =>
    codes.reduce((total, area) => total + means.of(area, year, indicator), 0);
  const tiered = (codes: readonly string[], stem: string) => (year: number) => ({
    other_province: sum(codes, year, `${stem}.other_province`),
    province: sum(codes, year, `${stem}.province`),
    same_city: sum(codes, year, `${stem}.same_city`) + sum(codes, year, `${stem}.same_county`),
  });
  const city = ['city'];
  // students and veterans by their switches, as in the award itself
  const counted = (codes: readonly string[]) => (year: number) => {
    const persons = tiered(codes, 'award_settlers')(year);
    for (const [group, left] of [
      ['students', 1 - book.at('award.students')],
      ['veterans', 1 - book.at('award.veterans')],
    ] as const)
      for (const tier of tiers)
        persons[awardTierOf[tier]] -= left * sum(codes, year, `award_settlers.${tier}.${group}`);
    return persons;
  };
  const lawful = counted(city);
  const rise = (indicator: string) => (year: number) => {
    const { other_province, province } = lawful(year);
    const all = means.of('city', year, indicator) - means.of('city', year - 1, indicator);
    return { other_province, province, same_city: all - other_province - province };
  };
  const agricultural = (year: number) => {
    const [all, kept] = [
      means.of('city', year, 'award_settlers'),
      means.of('city', year, 'award_settlers.agricultural'),
    ];
    const persons = lawful(year);
    return { ...persons, same_city: persons.same_city - (all - kept) };
  };
  const reclassified = (year: number) => {
    const persons = lawful(year);
    return { ...persons, same_city: persons.same_city + means.of('city', year, 'reclassified_registers') };
  };
  const districts = areas.filter(({ district }) => district).map(({ code }) => code);
  const way = (id: string, zh: string, en: string, persons: Definition['persons'], isLawful = false): Definition => ({
    id,
    name: { zh, en },
    lawful: isLawful,
    persons,
  });
  return [
    way(
      'rural_register',
      '由农村户籍落户城镇者（办法口径）',
      'Settled from a village register (the rule)',
      lawful,
      true,
    ),
    way('agricultural', '原为农业户口的落户者', 'Settled from an agricultural register', agricultural),
    way('districts', '仅计市辖区的落户者', 'Settled in the urban districts alone', counted(districts)),
    way(
      'all_settled',
      '全部落户者，含由城镇户籍迁入',
      'All who settled, town registers included',
      tiered(city, 'settled_persons'),
    ),
    way('with_reclassified', '落户者加城乡划分变更', 'Settled, and registers reclassified', reclassified),
    way(
      'register_growth',
      '城镇户籍人口增量（含出生、区划变更，扣除迁出）',
      'Rise of the town register: births, reclassification, less those who left',
      rise('urban_registered_population.by_place'),
    ),
    way(
      'run_definition',
      '本次运行口径下城镇户籍人口增量',
      'Rise of the urban register as this run counts it',
      rise('urban_registered_population'),
    ),
  ];
}
