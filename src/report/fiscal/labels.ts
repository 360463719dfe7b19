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
  Level,
  Payer,
  Service,
  Tier,
} from '../../fiscal/index.ts';
import { levelWords, payerWords, serviceWords } from '../../indicator/service-names.ts';
import { type Localized, text } from '../../language/language.ts';

/** Lines of the budget a settlement path commits. */
export const budgetLines = {
  settled: text('年末在住的落户者（农村户籍）', 'Settled from village registers and living here'),
  gross: text('落户者的运行支出', 'Running cost of the settled'),
  borne: text('持居住证时已负担', 'Borne already as permit holders'),
  running: text('落户新增运行支出', 'Running cost settling adds'),
  saving: text('迁出地减少支出', 'Saved where they left'),
  building: text('落户人口分摊的建设支出', "The settled's part of building"),
  net: text('落户净支出', 'Net cost of settling'),
  settlersAward: text('奖励资金：落户部分', "Award: the settlers' part"),
  gap: text('资金缺口', 'Gap'),
  surplus: text('资金结余', 'Surplus'),
  cover: text('落户部分奖励占落户净支出', "The settlers' part of the award over the net cost of settling"),
  children: text('义务教育随迁子女', 'Accompanying children in compulsory schooling'),
  schooling: text('随迁子女教育运行支出', 'Running cost of their schooling'),
  childrenBuilding: text('随迁子女分摊的学校建设', 'Their part of school building'),
  childrenCost: text('随迁子女教育支出', 'Cost of their schooling'),
  childrenAward: text('奖励资金：随迁子女部分', "Award: the children's part"),
  childrenCover: text(
    '随迁子女部分奖励占其教育支出',
    "The children's part of the award over the cost of their schooling",
  ),
  award: text('奖励资金合计', 'Award, both parts'),
  debt: text('还本付息（市县全部建设举债）', 'Debt service (all building of city and counties)'),
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

export const serviceNames: Readonly<Record<Service, Localized>> = serviceWords;
export const payerNames: Readonly<Record<Payer, Localized>> = payerWords;
export const levelNames: Readonly<Record<Level, Localized>> = levelWords;

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
