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
import type { LocalName } from '../../scenario/city-data.ts';

const name = (zh: string, en: string): LocalName => ({ zh, en });

/** Lines of the budget a settlement path commits. */
export const budgetLines = {
  settled: name('年末在住的已落户者', 'Settled and living here'),
  gross: name('已落户者的政府运行支出', 'Public running cost of the settled'),
  borne: name('持居住证时已负担', 'Borne already as permit holders'),
  running: name('落户新增运行支出', 'Running cost settling adds'),
  building: name('落户人口分摊的建设支出', "The settled's part of building"),
  added: name('落户新增支出（含建设）', 'What settling adds, building included'),
  award: name('奖励资金', 'Award'),
  gap: name('资金缺口', 'Gap left by the award'),
  cover: name('奖励资金占落户新增支出', 'Award over what settling adds'),
} as const;

export const formNames: Readonly<Record<AwardForm, LocalName>> = {
  envelope: name('总额分配', 'Share of the envelope'),
  fixed: name('定额补助', 'Fixed amount a person'),
};

/** The two forms with what tells them apart, as headings. */
export const formHeadings: Readonly<Record<AwardForm, LocalName>> = {
  envelope: explained('envelope', '总额既定，按因素分配', 'a given total, by the factors'),
  fixed: explained('fixed', '按人数，标准不变', 'the rate of one year kept'),
};

function explained(form: AwardForm, zh: string, en: string): LocalName {
  return name(`${formNames[form].zh}（${zh}）`, `${formNames[form].en} (${en})`);
}

export const kindNames: Readonly<Record<CostItem['kind'], LocalName>> = {
  operating: name('运行支出', 'Running'),
  capital: name('建设支出', 'Building'),
};

export const serviceNames: Readonly<Record<Service, LocalName>> = {
  preschool: name('学前教育', 'Preschool'),
  primary: name('小学', 'Primary school'),
  junior: name('初中', 'Junior secondary'),
  senior: name('高中阶段', 'Senior secondary school'),
  public_health: name('基本公共卫生', 'Basic public health'),
  hospital_beds: name('医院床位', 'Hospital beds'),
  resident_medical: name('居民医保', 'Resident medical insurance'),
  employee_medical: name('职工医保', 'Employee medical insurance'),
  resident_pension: name('居民养老保险', 'Resident pension'),
  employee_pension: name('职工养老保险', 'Employee pension'),
  dibao: name('低保', 'Subsistence allowance'),
  temporary_relief: name('临时救助', 'Temporary relief'),
  public_rental: name('公租房', 'Public rental'),
  rent_subsidy: name('租赁补贴', 'Rent subsidy'),
  training: name('职业培训', 'Training'),
  elder_care: name('养老服务', 'Elder care'),
  urban_maintenance: name('城市建设维护', 'Urban maintenance'),
};

export const payerNames: Readonly<Record<Payer, LocalName>> = {
  centre: name('中央', 'Centre'),
  province: name('省级', 'Province'),
  city: name('市级', 'City'),
  county: name('县级', 'County'),
  household: name('个人', 'Households'),
  employer: name('用人单位', 'Employers'),
};

export const budgetNames: Readonly<Record<BudgetName, LocalName>> = {
  general: name('一般公共预算', 'General public budget'),
  fund: name('政府性基金预算', 'Government funds'),
  state_capital: name('国有资本经营预算', 'State capital'),
  social_insurance: name('社会保险基金预算', 'Social insurance'),
  none: name('预算以外（个人缴纳）', 'Outside the budgets (paid by households)'),
};

export const partNames: Readonly<Record<AwardPart, LocalName>> = {
  settlers: name('落户人口部分', 'Settled persons'),
  permits: name('居住证部分', 'Residence permits'),
  children: name('随迁子女教育部分', 'Schooling of accompanying children'),
  provincial: name('省级自有奖励', "Province's own award"),
};

export const tierNames: Readonly<Record<Tier, LocalName>> = {
  other_province: name('跨省', 'Other province'),
  province: name('省内跨市', 'Same province'),
  same_city: name('市内跨县', 'Same city, other county'),
  same_county: name('县内', 'Same county'),
};

/** Of the rule's tiers, in which moves inside a city are one. */
export const awardTierNames: Readonly<Record<AwardTier, LocalName>> = {
  other_province: tierNames.other_province,
  province: tierNames.province,
  same_city: name('本市', 'Same city'),
};

export const groupNames: Readonly<Record<Group, LocalName>> = {
  registered: name('原有城镇户籍', 'Town register'),
  settled: name('模拟期内落户', 'Settled during the run'),
  permit: name('持居住证', 'With a permit'),
  other: name('人户分离无居住证', 'Off the register without a permit'),
  village: name('村内户籍', 'Villagers'),
};
