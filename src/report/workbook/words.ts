import type { LocalName } from '../../scenario/city-data.ts';
import type { Support } from './sheet.ts';

/** Written behind a figure inside its cell, so that no copy or print loses it. */
export const supportGlyph: Record<Support, string> = {
  simulated: '',
  published: '',
  derived: '‡',
  recalled: '†',
  assumption: '※',
};

export const supportName: Record<Support, LocalName> = {
  simulated: { zh: '模拟结果', en: 'simulated' },
  published: { zh: '公布', en: 'published' },
  derived: { zh: '推算‡', en: 'derived‡' },
  recalled: { zh: '凭记忆、未复核†', en: 'recalled, not re-read†' },
  assumption: { zh: '假设※', en: 'assumption※' },
};

/** Fonts that both offices have in that language. */
export const fontOf: Record<keyof LocalName, string> = { zh: '宋体', en: 'Arial' };

/** Words of the workbook that belong to no single page. */
export const words = {
  legend: {
    zh: '数字后的符号：※ 含假设（无公布依据，可在“系数”表修改）；† 凭记忆引用、未复核；‡ 由公布数推算；无符号者为公布数或模拟计数。金额单位为万元，另有注明者除外。',
    en: 'Signs behind figures: ※ rests on an assumption (nothing published; change it on the sheet Coefficients); † quoted from memory, not re-read; ‡ worked out from published figures; no sign: published or counted in the simulation. Money in 10,000 yuan unless stated.',
  },
  colon: { zh: '：', en: ': ' },
  area: { zh: '地区', en: 'Area' },
  year: { zh: '年份', en: 'Year' },
  unit: { zh: '单位', en: 'Unit' },
  total: { zh: '合计', en: 'Total' },
  item: { zh: '项目', en: 'Item' },
  kind: { zh: '性质', en: 'Kind' },
  money: { zh: '万元', en: '10,000 yuan' },
  persons: { zh: '人', en: 'persons' },
  mark: { zh: '依据', en: 'Support' },
  source: { zh: '来源', en: 'Source' },
  forms: {
    envelope: { zh: '因素法分配（固定总额）', en: 'Envelope: share of a fixed total' },
    fixed: { zh: '定额补助（按人）', en: 'Fixed amount a person' },
  },
  formsShort: {
    envelope: { zh: '固定总额', en: 'Envelope' },
    fixed: { zh: '人均定额', en: 'Fixed amount' },
  },
  tiers: {
    other_province: { zh: '跨省', en: 'Other province' },
    province: { zh: '省内跨市', en: 'Same province' },
    same_city: { zh: '市内跨县', en: 'Same city, other county' },
    same_county: { zh: '县内', en: 'Same county' },
  },
  awardTiers: {
    other_province: { zh: '跨省', en: 'Other province' },
    province: { zh: '省内跨市', en: 'Same province' },
    same_city: { zh: '本市', en: 'Same city' },
  },
  groups: {
    registered: { zh: '原有城镇户籍', en: 'Town register' },
    settled: { zh: '模拟期内落户', en: 'Settled during the run' },
    permit: { zh: '持居住证', en: 'With a permit' },
    other: { zh: '无居住证', en: 'Without a permit' },
    village: { zh: '村内户籍', en: 'Villagers' },
  },
  services: {
    preschool: { zh: '学前教育', en: 'Preschool' },
    primary: { zh: '小学', en: 'Primary school' },
    junior: { zh: '初中', en: 'Junior secondary' },
    senior: { zh: '高中阶段', en: 'Senior secondary' },
    public_health: { zh: '基本公共卫生', en: 'Basic public health' },
    hospital_beds: { zh: '医院床位', en: 'Hospital beds' },
    resident_medical: { zh: '居民医保', en: 'Resident medical insurance' },
    employee_medical: { zh: '职工医保', en: 'Employee medical insurance' },
    resident_pension: { zh: '居民养老保险', en: 'Resident pension' },
    employee_pension: { zh: '职工养老保险', en: 'Employee pension' },
    dibao: { zh: '最低生活保障', en: 'Subsistence allowance' },
    temporary_relief: { zh: '临时救助', en: 'Temporary relief' },
    public_rental: { zh: '公租房', en: 'Public rental' },
    rent_subsidy: { zh: '租赁补贴', en: 'Rent subsidy' },
    training: { zh: '职业培训', en: 'Training' },
    elder_care: { zh: '养老服务', en: 'Elder care' },
    urban_maintenance: { zh: '城市建设维护', en: 'Urban maintenance' },
  },
  payers: {
    centre: { zh: '中央', en: 'Centre' },
    province: { zh: '省级', en: 'Province' },
    city: { zh: '市级', en: 'City' },
    county: { zh: '县级', en: 'County' },
    household: { zh: '个人', en: 'Household' },
    employer: { zh: '用人单位', en: 'Employer' },
  },
  budgets: {
    general: { zh: '一般公共预算', en: 'General budget' },
    fund: { zh: '政府性基金预算', en: 'Government funds' },
    state_capital: { zh: '国有资本经营预算', en: 'State capital' },
    social_insurance: { zh: '社会保险基金预算', en: 'Social insurance' },
    none: { zh: '预算以外（个人缴纳）', en: 'Outside budgets (paid by households)' },
  },
  kinds: {
    operating: { zh: '经常性', en: 'Operating' },
    capital: { zh: '建设性', en: 'Capital' },
  },
  parts: {
    settlers: { zh: '落户人口部分', en: 'Settled persons' },
    permits: { zh: '居住证部分', en: 'Residence permits' },
    children: { zh: '随迁子女教育部分', en: 'Schooling of accompanying children' },
    provincial: { zh: '省级配套', en: 'Provincial match' },
  },
  pageOf: { zh: '第 &P 页，共 &N 页', en: 'Page &P of &N' },
  inputCell: { zh: '可改系数', en: 'Coefficient' },
  notAccepted: { zh: '不接受该数值', en: 'Not accepted' },
  accepts: {
    number: { zh: '不小于 0 的数', en: 'a number not below 0' },
    share: { zh: '0 到 1 之间的比例（100% = 1）', en: 'a share from 0 to 1 (100% = 1)' },
    rate: { zh: '-50% 到 100% 之间的增长率（1% = 0.01）', en: 'a rate of growth from -50% to 100% (1% = 0.01)' },
    whole: { zh: '不小于 0 的整数', en: 'a whole number not below 0' },
    switch: { zh: '0（否）或 1（是）', en: '0 (no) or 1 (yes)' },
  },
} as const;
