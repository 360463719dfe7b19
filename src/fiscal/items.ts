import { type Localized, text } from '../language/language.ts';
import { type SchoolStageName, schoolStages } from '../population/codes.ts';
import type { Book } from './book.ts';
import type { BudgetName, CostItem, Payer, Service } from './result.ts';

type Term = CostItem['terms'][number];

/** How an item is paid: payers with a coefficient `payer.<key>.<payer>`, and the one who takes what they leave. */
interface Paid {
  readonly key: string | null;
  readonly rest: readonly [Payer, BudgetName];
}

const term = (factor: number, ...coefficients: string[]): Term => ({ factor, coefficients });
const shared = (key: string, county: BudgetName = 'general'): Paid => ({ key, rest: ['county', county] });
const all = (payer: Payer, budget: BudgetName): Paid => ({ key: null, rest: [payer, budget] });

interface Spec extends Omit<CostItem, 'shares'> {
  readonly paid: Paid;
}

function operating(
  id: string,
  service: Service,
  title: Localized,
  measure: string,
  terms: readonly Term[],
  paid: Paid,
  followsRegister = false,
): Spec {
  return { id, service, name: title, kind: 'operating', measure, terms, paid, followsRegister };
}

const capital = (
  id: string,
  service: Service,
  title: Localized,
  measure: string,
  terms: readonly Term[],
  paid: Paid,
): Spec => ({
  id,
  service,
  name: title,
  kind: 'capital',
  measure,
  terms,
  paid,
  followsRegister: false,
});

const compulsory = (
  [
    ['primary', '小学', 'Primary'],
    ['junior', '初中', 'Junior secondary'],
  ] as const
).flatMap(([stage, zh, en]) => [
  operating(
    `${stage}_quota`,
    stage,
    text(`${zh}：公用经费定额`, `${en}: operating quota`),
    `${stage}_pupils`,
    [term(1, `standard.${stage}_quota`)],
    shared('quota'),
  ),
  operating(
    `${stage}_rest`,
    stage,
    text(`${zh}：定额以外（主要为教师工资）`, `${en}: beyond the quota, mostly teachers' pay`),
    `${stage}_pupils`,
    [term(1, `standard.${stage}_budget`), term(-1, `standard.${stage}_quota`)],
    shared('schooling'),
  ),
]);

const contributions = (
  [
    ['medical', 'employee_medical', '职工医保', 'Employee medical insurance'],
    ['pension', 'employee_pension', '职工养老保险', 'Employee pension'],
  ] as const
).flatMap(([kind, service, zh, en]) => [
  operating(
    `${service}_employer`,
    service,
    text(`${zh}：单位缴费`, `${en}: employer's contribution`),
    'employees',
    [term(1, 'wage.base', `rate.${kind}.employer`)],
    all('employer', 'social_insurance'),
  ),
  operating(
    `${service}_own`,
    service,
    text(`${zh}：个人缴费`, `${en}: own contribution`),
    'employees',
    [term(1, 'wage.base', `rate.${kind}.employee`)],
    all('household', 'social_insurance'),
  ),
]);

const schoolNames: Readonly<Record<SchoolStageName, Localized>> = {
  preschool: text('幼儿园', 'Kindergartens'),
  primary: text('小学', 'Primary schools'),
  junior: text('初中', 'Junior secondary schools'),
  senior: text('高中', 'Senior secondary schools'),
};

const schools = schoolStages.map((stage) =>
  capital(
    `${stage}_seats`,
    stage,
    text(`新建${schoolNames[stage].zh}学位`, `${schoolNames[stage].en}: new seats`),
    `new_seats.${stage}`,
    [term(1, 'standard.school_seat')],
    shared('school_capital', 'fund'),
  ),
);

/** Every line of cost, in the order of the services; payers' shares are filled in from the coefficients. */
const specs: readonly Spec[] = [
  operating(
    'preschool_budget',
    'preschool',
    text('学前：财政经费', 'Preschool: public money'),
    'preschool_pupils',
    [term(1, 'standard.preschool_budget')],
    shared('preschool'),
  ),
  operating(
    'preschool_fee',
    'preschool',
    text('学前：收费', 'Preschool: fees'),
    'preschool_pupils',
    [term(1, 'standard.preschool_fee')],
    all('household', 'none'),
  ),
  ...compulsory,
  operating(
    'senior_budget',
    'senior',
    text('高中阶段：财政经费', 'Senior secondary: public money'),
    'senior_pupils',
    [term(1, 'standard.senior_budget')],
    shared('senior'),
  ),
  operating(
    'senior_fee',
    'senior',
    text('高中阶段：收费', 'Senior secondary: fees'),
    'senior_pupils',
    [term(1, 'standard.senior_fee')],
    all('household', 'none'),
  ),
  ...schools,
  operating(
    'public_health',
    'public_health',
    text('基本公共卫生', 'Basic public health'),
    'health_residents',
    [term(1, 'standard.public_health')],
    shared('public_health'),
  ),
  operating(
    'medical_subsidy',
    'resident_medical',
    text('居民医保：财政补助', 'Resident medical insurance: subsidy'),
    'medical_insured',
    [term(1, 'standard.medical_subsidy')],
    shared('medical_subsidy'),
    true,
  ),
  operating(
    'medical_premium',
    'resident_medical',
    text('居民医保：个人缴费', 'Resident medical insurance: premium'),
    'medical_insured',
    [term(1, 'standard.medical_premium')],
    all('household', 'social_insurance'),
    true,
  ),
  ...contributions,
  operating(
    'pension_national',
    'resident_pension',
    text('居民养老金：国家标准', 'Resident pension: national minimum'),
    'pensioners',
    [term(12, 'standard.pension_national')],
    { key: 'pension_national', rest: ['county', 'general'] },
    true,
  ),
  operating(
    'pension_local',
    'resident_pension',
    text('居民养老金：地方加发', 'Resident pension: local top-up'),
    'pensioners',
    [term(12, 'standard.pension_local')],
    shared('pension_local'),
    true,
  ),
  operating(
    'dibao_town',
    'dibao',
    text('城市低保补差', 'Subsistence allowance paid, town'),
    'dibao_town',
    [term(12, 'standard.dibao_town', 'dibao.top_up_share')],
    shared('welfare'),
    true,
  ),
  operating(
    'dibao_village',
    'dibao',
    text('农村低保补差', 'Subsistence allowance paid, village'),
    'dibao_village',
    [term(1, 'standard.dibao_village', 'dibao.top_up_share')],
    shared('welfare'),
    true,
  ),
  operating(
    'relief',
    'temporary_relief',
    text('临时救助', 'Temporary relief'),
    'relief_cases',
    [term(1, 'standard.relief')],
    shared('welfare'),
    true,
  ),
  operating(
    'rental_running',
    'public_rental',
    text('公租房管护', 'Public rental: upkeep'),
    'rental_dwellings',
    [term(1, 'standard.rental_running')],
    shared('rental_running'),
  ),
  capital(
    'rental_building',
    'public_rental',
    text('新增公租房', 'Public rental: new dwellings'),
    'new_dwellings',
    [term(1, 'standard.rental_dwelling')],
    shared('rental_capital', 'fund'),
  ),
  operating(
    'rent_subsidy',
    'rent_subsidy',
    text('租赁补贴', 'Rent subsidy'),
    'rent_subsidies',
    [term(12, 'standard.rent_subsidy')],
    shared('rent_subsidy'),
  ),
  operating(
    'training',
    'training',
    text('职业培训补贴', 'Training subsidy'),
    'trainees',
    [term(1, 'standard.training')],
    shared('training'),
  ),
  operating(
    'care_running',
    'elder_care',
    text('养老床位运营补贴', 'Care beds: running subsidy'),
    'care_beds',
    [term(1, 'standard.care_running')],
    shared('care'),
  ),
  operating(
    'urban_maintenance',
    'urban_maintenance',
    text('城市建设维护', 'Urban construction and maintenance'),
    'town_residents',
    [term(1, 'standard.urban_maintenance')],
    shared('urban_maintenance'),
  ),
];

/** Payers that may have a coefficient, with the budget they pay out of. */
const contributors: readonly (readonly [string, Payer, BudgetName])[] = [
  ['centre', 'centre', 'general'],
  ['province', 'province', 'general'],
  ['city', 'city', 'general'],
  ['state_capital', 'city', 'state_capital'],
];

/** The items with the shares of their payers; the last payer takes what the others leave. */
export const itemsOf = (book: Book): CostItem[] =>
  specs.map(({ paid, ...item }) => ({ ...item, shares: sharesOf(book, paid) }));

function sharesOf(book: Book, { key, rest: [last, lastBudget] }: Paid): CostItem['shares'] {
  const shares = contributors.flatMap(([word, payer, budget]) => {
    const coefficient = `payer.${key}.${word}`;
    return book.has(coefficient) ? [{ payer, budget, share: book.at(coefficient), coefficient }] : [];
  });
  const left = 1 - shares.reduce((sum, { share }) => sum + share, 0);
  return [...shares, { payer: last, budget: lastBudget, share: left, coefficient: null }];
}
