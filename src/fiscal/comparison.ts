import type { Localized } from '../language/language.ts';
import { schoolStages } from '../population/codes.ts';
import type { Book } from './book.ts';
import type { ComparisonRow, PerPersonRow, Service } from './result.ts';

/** A published estimate, as data/citizenization-cost.csv has it. */
export type Estimate = Pick<
  ComparisonRow,
  'author' | 'year' | 'region' | 'component' | 'value' | 'unit' | 'mark' | 'source'
>;

type Money = 'settledPublic' | 'settledPrivate';

/** What of ours stands beside a component of the estimates, and why the two differ. */
interface Counterpart {
  /** Of the component's English name. */
  readonly pattern: RegExp;
  /** Services added up; null where we count nothing alike. */
  readonly services: readonly Service[] | null;
  readonly money: Money;
  readonly why: Localized;
}

const publicServices: readonly Service[] = [
  ...schoolStages,
  'public_health',
  'resident_medical',
  'resident_pension',
  'dibao',
  'temporary_relief',
  'public_rental',
  'rent_subsidy',
  'training',
  'elder_care',
  'urban_maintenance',
];

const counterparts: readonly Counterpart[] = [
  {
    pattern: /^(public cost, total|social cost|public cost: social security)/,
    services: publicServices,
    money: 'settledPublic',
    why: {
      zh: '公开估算是一次落户终身成本的合计，多含城市基础设施投资和养老补贴现值，且按从无到有计；本表为已落户者年度运行成本乘以所设年数，其中大部分在持居住证时已经发生，不可当作年度支出',
      en: 'estimates add up a lifetime, often with infrastructure and the present value of pensions, from nothing to everything; ours is the yearly running cost of the settled times the years set, most of which arises before they settle: neither is a yearly flow',
    },
  },
  {
    pattern: /^urban construction and maintenance/,
    services: ['urban_maintenance'],
    money: 'settledPublic',
    why: {
      zh: '本表采用该估算的数值并按增长率延伸；随常住而非落户发生',
      en: 'ours is this very figure carried on by growth; it follows residence, not settlement',
    },
  },
  {
    pattern: /^public service administration/,
    services: null,
    money: 'settledPublic',
    why: {
      zh: '按平均成本分摊的行政开支；多一人落户并不增加，不计',
      en: 'administration at average cost; one more settlement adds none, so none is counted',
    },
  },
  {
    pattern: /^(social security|long-run pension subsidy|social assistance)/,
    services: ['resident_medical', 'resident_pension', 'dibao', 'temporary_relief'],
    money: 'settledPublic',
    why: {
      zh: '估算含职工养老金长期缺口；本表只计当年居民医保补助、居民养老金、低保补差和临时救助，职工保险由单位和个人缴费',
      en: "estimates hold the long-run shortfall of employee pensions; ours are the year's subsidies, resident pension, top-ups and relief, employee schemes being paid by employers and workers",
    },
  },
  {
    pattern: /^(compulsory education|one-off housing and compulsory)/,
    services: ['primary', 'junior'],
    money: 'settledPublic',
    why: {
      zh: '估算按每个迁入者折算一次入学和建校；本表按实际在读的已落户儿童计年度经费，建校另列，且儿童持居住证时已在校',
      en: "estimates spread one schooling and a seat over every migrant; ours is the year's money for the settled children at school, seats apart, and most were at school before they settled",
    },
  },
  {
    pattern: /^housing security/,
    services: ['public_rental', 'rent_subsidy'],
    money: 'settledPublic',
    why: {
      zh: '估算假定人人享有保障房；本表按模拟中实际在租和领取补贴的户数',
      en: 'estimates give everybody a dwelling; ours counts the households housed and subsidised in the run',
    },
  },
  {
    pattern: /^municipal facilities/,
    services: null,
    money: 'settledPublic',
    why: {
      zh: '新增城镇人口的一次性市政投资（2006年，凭记忆）；多数落户者早已住在城里，落户本身不引起',
      en: 'one-off facilities for an added townsperson (2006, recalled); most settlers have lived in town for years, so settling adds none',
    },
  },
  {
    pattern: /^private social insurance/,
    services: ['resident_medical', 'employee_medical', 'employee_pension'],
    money: 'settledPrivate',
    why: {
      zh: '本表含单位缴费；按已落户者中参保人数平均到每人',
      en: "ours holds employers' contributions too and is averaged over all the settled",
    },
  },
  {
    pattern: /^private|^total public cost/,
    services: null,
    money: 'settledPrivate',
    why: {
      zh: '家庭生活与购房支出或全国合计，不属于本表',
      en: 'living and housing of families, or a national total: not what these tables count',
    },
  },
];

/** Published estimates per person beside ours, at the price year. Lifetime figures are set against as many years as the office says. */
export function comparison(
  estimates: readonly Estimate[],
  perPerson: readonly PerPersonRow[],
  book: Book,
): ComparisonRow[] {
  const priceYear = book.at('price.year');
  const rise = 1 + book.at('price.deflator');
  const years = [...new Set(perPerson.map(({ year }) => year))];
  const shown = years.includes(priceYear) ? priceYear : (years[0] ?? priceYear);
  return estimates.flatMap((estimate) => {
    const found = counterparts.find(({ pattern }) => pattern.test(estimate.component.en));
    if (!found) return [];
    const basis = /per year/.test(estimate.unit) ? 'yearly' : 'lifetime';
    const times = basis === 'yearly' ? 1 : book.at('budget.lifetime_years');
    const ours = perPerson
      .filter(({ year, service }) => year === shown && found.services?.includes(service))
      .reduce((sum, row) => sum + row[found.money] * times, 0);
    return [
      {
        ...estimate,
        basis,
        atPriceYear: estimate.value * rise ** (priceYear - estimate.year),
        // where nobody settled there is nothing of ours
        ours: found.services === null || years.length === 0 ? null : ours / rise ** (shown - priceYear),
        services: found.services,
        money: found.money,
        shown,
        explanation: found.why,
      },
    ];
  });
}
