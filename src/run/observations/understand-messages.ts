import { type Localized, text } from '../../language/language.ts';

/** What is asked of a table as bureaus keep it. */
export const understandMessages = {
  noNumbers: () => text('没有找到数字', 'no number was found'),
  notUnderstood: (word: string) =>
    text(
      `未读懂“${word}”：应为指标、地区或年份（luohu indicators 可查指标）`,
      `"${word}" was not understood: it should be an indicator, a place or a year (luohu indicators lists indicators)`,
    ),
  whichIndicator: (value: string) => text(`${value} 是哪个指标？`, `of which indicator is ${value}?`),
  whichYear: (value: string) => text(`${value} 是哪一年的？`, `of which year is ${value}?`),
  whichUnit: (value: string, allowed: Localized) =>
    text(
      `${value} 的单位是什么？应为${allowed.zh}；写在指标名后的括号里，如“落户人数（人）”，或写成“单位”一列`,
      `in which unit is ${value}? It should be ${allowed.en}: in brackets after the indicator's name, or in a column "unit"`,
    ),
  wrongUnit: (unit: string, indicator: Localized) =>
    text(`“${unit}”不是${indicator.zh}的单位`, `"${unit}" is no unit of ${indicator.en}`),
} as const;
