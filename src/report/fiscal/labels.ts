import type { AwardForm, AwardPart, BudgetName, Group, Mark, Payer, Service, Tier } from '../../fiscal/index.ts';
import type { LocalName } from '../../scenario/city-data.ts';

const name = (zh: string, en: string): LocalName => ({ zh, en });

export const serviceNames: Readonly<Record<Service, LocalName>> = {
  preschool: name('学前教育', 'Preschool'),
  primary: name('小学', 'Primary school'),
  junior: name('初中', 'Junior secondary school'),
  senior: name('高中阶段', 'Senior secondary school'),
  public_health: name('基本公共卫生', 'Basic public health'),
  hospital_beds: name('医院床位', 'Hospital beds'),
  resident_medical: name('居民医保', 'Resident medical insurance'),
  employee_medical: name('职工医保', 'Employee medical insurance'),
  resident_pension: name('居民养老', 'Resident pension'),
  employee_pension: name('职工养老', 'Employee pension'),
  dibao: name('低保', 'Subsistence allowance'),
  temporary_relief: name('临时救助', 'Temporary relief'),
  public_rental: name('公租房', 'Public rental'),
  rent_subsidy: name('租赁补贴', 'Rent subsidy'),
  training: name('职业培训', 'Training'),
  elder_care: name('养老床位', 'Elder care'),
  urban_maintenance: name('城市建设维护', 'Urban maintenance'),
};

export const payerNames: Readonly<Record<Payer, LocalName>> = {
  centre: name('中央', 'Centre'),
  province: name('省级', 'Province'),
  city: name('市级', 'City'),
  county: name('县级', 'County'),
  household: name('个人', 'Households'),
  employer: name('单位', 'Employers'),
};

export const budgetNames: Readonly<Record<BudgetName, LocalName>> = {
  general: name('一般公共预算', 'General public budget'),
  fund: name('政府性基金预算', 'Government funds'),
  state_capital: name('国有资本经营预算', 'State capital'),
  social_insurance: name('社会保险基金预算', 'Social insurance'),
  none: name('预算之外', 'Outside the budgets'),
};

export const formNames: Readonly<Record<AwardForm, LocalName>> = {
  envelope: name('总额分配', 'Share of the envelope'),
  fixed: name('定额', 'Fixed amount'),
};

export const partNames: Readonly<Record<AwardPart, LocalName>> = {
  settlers: name('落户人数', 'Settlers'),
  permits: name('居住证', 'Permits'),
  children: name('随迁子女', 'Accompanying children'),
  provincial: name('省级自有', "Province's own"),
};

export const tierNames: Readonly<Record<Tier, LocalName>> = {
  other_province: name('跨省', 'Other province'),
  province: name('省内跨市', 'Same province'),
  same_city: name('市内跨县', 'Same city, other county'),
  same_county: name('本县', 'Same county'),
};

export const groupNames: Readonly<Record<Group, LocalName>> = {
  registered: name('原有城镇户籍', 'Town register'),
  settled: name('已落户', 'Settled in the run'),
  permit: name('持居住证', 'Permit holders'),
  other: name('人户分离无居住证', 'Off the register, no permit'),
  village: name('村内户籍人口', 'Villagers'),
};

export const markNames: Readonly<Record<Mark, LocalName>> = {
  published: name('公开', 'published'),
  derived: name('推算', 'derived'),
  recalled: name('凭记忆', 'recalled'),
  assumption: name('假设', 'assumption'),
};
