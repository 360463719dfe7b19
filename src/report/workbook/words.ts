import { inEach, type Localized, text } from '../../language/language.ts';
import { markNames } from '../../scenario/mark.ts';
import {
  awardTierNames,
  budgetLines,
  budgetNames,
  formHeadings,
  formNames,
  groupNames,
  kindNames,
  levelNames,
  partNames,
  payerNames,
  serviceNames,
  tierNames,
} from '../fiscal/labels.ts';
import type { Support } from './sheet.ts';

/** Written behind a figure inside its cell, so that no copy or print loses it. */
export const supportGlyph: Record<Support, string> = {
  simulated: '',
  stated: '',
  published: '',
  derived: '‡',
  recalled: '†',
  assumption: '※',
};

const named = (support: Support, name: Localized): Localized => inEach((lang) => name[lang] + supportGlyph[support]);
export const supportName: Record<Support, Localized> = {
  simulated: text('模拟结果', 'simulated'),
  stated: text('部门填报', 'stated by a bureau'),
  published: named('published', markNames.published),
  derived: named('derived', markNames.derived),
  recalled: named('recalled', markNames.recalled),
  assumption: named('assumption', markNames.assumption),
};

/** Fonts that both offices have in that language. */
export const fontOf: Record<keyof Localized, string> = { zh: '宋体', en: 'Arial' };

/** A line that counts people. */
export const inPersons = ({ zh, en }: Localized): Localized => ({ zh: `${zh}（人）`, en: `${en} (persons)` });

/** A line that is part of the one above it. */
export const ofIt = ({ zh, en }: Localized): Localized => ({ zh: `其中：${zh}`, en: `Of it: ${en.toLowerCase()}` });

/** Words of the workbook that belong to no single page; those of money and people are the fiscal tables' own. */
export const words = {
  legend: {
    zh: '数字后的符号：※ 含假设（无公布依据，可在“系数”表修改）；† 凭记忆引用、未复核；‡ 由公布数推算；无符号者为公布数或模拟计数。金额单位为万元，另有注明者除外。',
    en: 'Signs behind figures: ※ rests on an assumption (nothing published; change it on the sheet Coefficients); † quoted from memory, not re-read; ‡ worked out from published figures; no sign: published or counted in the simulation. Money in 10,000 yuan unless stated.',
  },
  colon: { zh: '：', en: ': ' },
  semicolon: { zh: '；', en: '; ' },
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
  forms: formHeadings,
  formsShort: formNames,
  budgetLines,
  tiers: tierNames,
  awardTiers: awardTierNames,
  groups: groupNames,
  services: serviceNames,
  payers: payerNames,
  levels: levelNames,
  budgets: budgetNames,
  kinds: kindNames,
  parts: partNames,
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
