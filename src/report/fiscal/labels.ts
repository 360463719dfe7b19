/**
 * The words of the fiscal tables, one for a thing: terminal, charts, workbook and the page that compares what-ifs take them from here.
 */
import type {
  AwardForm,
  AwardPart,
  AwardTier,
  BudgetName,
  CostItem,
  Group,
  Payer,
  Service,
  Tier,
} from '../../fiscal/index.ts';
import { money } from '../../indicator/table/money.ts';
import { type Localized, text } from '../../language/language.ts';

/** Lines of the budget a settlement path commits. */
export const budgetLines = {
  settled: text('年末在住的已落户者', 'Settled and living here'),
  gross: text('已落户者的政府运行支出', 'Public running cost of the settled'),
  borne: text('持居住证时已负担', 'Borne already as permit holders'),
  running: money.settled_running_yuan.label,
  building: money.settled_building_yuan.label,
  added: text('落户新增支出（含建设）', 'What settling adds, building included'),
  award: text('奖励资金', 'Award'),
  gap: money.award_gap_yuan.label,
  cover: text('奖励资金占落户新增支出', 'Award over what settling adds'),
} as const;

export const formNames: Readonly<Record<AwardForm, Localized>> = {
  envelope: text('总额分配', 'Share of the envelope'),
  fixed: text('定额补助', 'Fixed amount a person'),
};

/** The two forms with what tells them apart, as headings. */
export const formHeadings: Readonly<Record<AwardForm, Localized>> = {
  envelope: explained('envelope', '总额既定，按因素分配', 'a given total, by the factors'),
  fixed: explained('fixed', '按人数，标准不变', 'the rate of one year kept'),
};

function explained(form: AwardForm, zh: string, en: string): Localized {
  return text(`${formNames[form].zh}（${zh}）`, `${formNames[form].en} (${en})`);
}

export const kindNames: Readonly<Record<CostItem['kind'], Localized>> = {
  operating: text('运行支出', 'Running'),
  capital: text('建设支出', 'Building'),
};

export const serviceNames: Readonly<Record<Service, Localized>> = {
  preschool: text('学前教育', 'Preschool'),
  primary: text('小学', 'Primary school'),
  junior: text('初中', 'Junior secondary'),
  senior: text('高中阶段', 'Senior secondary school'),
  public_health: text('基本公共卫生', 'Basic public health'),
  hospital_beds: text('医院床位', 'Hospital beds'),
  resident_medical: text('居民医保', 'Resident medical insurance'),
  employee_medical: text('职工医保', 'Employee medical insurance'),
  resident_pension: text('居民养老保险', 'Resident pension'),
  employee_pension: text('职工养老保险', 'Employee pension'),
  dibao: text('低保', 'Subsistence allowance'),
  temporary_relief: text('临时救助', 'Temporary relief'),
  public_rental: text('公租房', 'Public rental'),
  rent_subsidy: text('租赁补贴', 'Rent subsidy'),
  training: text('职业培训', 'Training'),
  elder_care: text('养老服务', 'Elder care'),
  urban_maintenance: text('城市建设维护', 'Urban construction and maintenance'),
};

export const payerNames: Readonly<Record<Payer, Localized>> = {
  centre: text('中央', 'Centre'),
  province: text('省级', 'Province'),
  city: text('市级', 'City'),
  county: text('县级', 'County'),
  household: text('个人', 'Households'),
  employer: text('用人单位', 'Employers'),
};

export const budgetNames: Readonly<Record<BudgetName, Localized>> = {
  general: text('一般公共预算', 'General public budget'),
  fund: text('政府性基金预算', 'Government funds'),
  state_capital: text('国有资本经营预算', 'State capital'),
  social_insurance: text('社会保险基金预算', 'Social insurance'),
  none: text('预算以外（个人缴纳）', 'Outside the budgets (paid by households)'),
};

export const partNames: Readonly<Record<AwardPart, Localized>> = {
  settlers: text('落户人口部分', 'Settled persons'),
  permits: text('居住证部分', 'Residence permits'),
  children: text('随迁子女教育部分', 'Schooling of accompanying children'),
  provincial: text('省级自有奖励', "Province's own award"),
};

export const tierNames: Readonly<Record<Tier, Localized>> = {
  other_province: text('跨省', 'Other province'),
  province: text('省内跨市', 'Same province'),
  same_city: text('市内跨县', 'Same city, other county'),
  same_county: text('县内', 'Same county'),
};

/** Of the rule's tiers, in which moves inside a city are one. */
export const awardTierNames: Readonly<Record<AwardTier, Localized>> = {
  other_province: tierNames.other_province,
  province: tierNames.province,
  same_city: text('本市', 'Same city'),
};

export const groupNames: Readonly<Record<Group, Localized>> = {
  registered: text('原有城镇户籍', 'Town register'),
  settled: text('模拟期内落户', 'Settled during the run'),
  permit: text('持居住证', 'With a permit'),
  other: text('人户分离无居住证', 'Off the register without a permit'),
  village: text('村内户籍', 'Villagers'),
};
