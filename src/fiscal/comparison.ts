import type { Localized } from '../language/language.ts';
import { schoolStages } from '../population/codes.ts';
import type { Book } from './book.ts';
import type { ComparisonRow, Lifetime, PerPersonRow, Service } from './result.ts';

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
      zh: '公开估算是一次落户终身成本的合计，多含城市基础设施投资和职工养老补贴现值，按从无到有计，且多不折现；本表为一家三口（35、35、8岁）人均余生运行成本的现值，建校、建房与基础设施不计，其中大部分在落户前已由居住地承担',
      en: 'estimates add up a lifetime, often with infrastructure and subsidies to employee pensions, from nothing to everything and mostly undiscounted; ours is the present value of running cost over the rest of life, a head of a family of three (35, 35, 8), without seats, dwellings and infrastructure, and most of it arises before anybody settles',
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
      zh: '估算含职工养老金长期缺口；本表只计居民医保补助、居民养老金、低保补差和临时救助，职工保险由单位和个人缴费',
      en: 'estimates hold the long-run shortfall of employee pensions; ours are subsidies to resident insurance, resident pension, top-ups and relief, employee schemes being paid by employers and workers',
    },
  },
  {
    pattern: /^(compulsory education|one-off housing and compulsory)/,
    services: ['primary', 'junior'],
    money: 'settledPublic',
    why: {
      zh: '估算按每个迁入者折算一次入学和建校；本表按一家三口中一名8岁儿童余下学年的经费计（人均），建校另列，且儿童持居住证时已在校',
      en: 'estimates spread one schooling and a seat over every migrant; ours is the money for the school years left to one child of eight in a family of three, a head, seats apart, and most were at school before they settled',
    },
  },
  {
    pattern: /^housing security/,
    services: ['public_rental', 'rent_subsidy'],
    money: 'settledPublic',
    why: {
      zh: '估算假定人人享有保障房；本表按模拟中城镇居民实际在租和领取补贴的比例',
      en: 'estimates give everybody a dwelling; ours takes the share of townspeople housed and subsidised in the run',
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

/** Published estimates per person beside ours, at the price year. Lifetime figures stand beside the life of the reference family, a head. */
export function comparison(
  estimates: readonly Estimate[],
  perPerson: readonly PerPersonRow[],
  life: Lifetime,
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
    const own = found.services ?? [];
    const yearly = perPerson
      .filter(({ year, service }) => year === shown && own.includes(service))
      .reduce((sum, row) => sum + row[found.money], 0);
    const ours = basis === 'yearly' ? yearly : own.reduce((sum, service) => sum + (life.reference[service] ?? 0), 0);
    const of = basis === 'yearly' ? shown : life.year;
    const none = found.services === null || (basis === 'yearly' && years.length === 0);
    return [
      {
        ...estimate,
        basis,
        atPriceYear: estimate.value * rise ** (priceYear - estimate.year),
        // where nobody settled nobody has a yearly cost
        ours: none ? null : ours / rise ** (of - priceYear),
        services: found.services,
        money: found.money,
        shown: of,
        explanation: found.why,
      },
    ];
  });
}
