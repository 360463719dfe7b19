/** Marks of data/registered-population/, as `confidence` has them, in Chinese. */
const MARKS: Readonly<Record<string, string>> = { assumption: '假设', derived: '推算', interpolated: '内插' };

/** Remarks of data/registered-population/ on totals of prefectures that no yearbook prints, in Chinese. */
const REMARKS: readonly (readonly [RegExp, string])[] = [
  [/^mean of its neighbours, not an observation$/, '相邻年份的平均，不是统计数'],
  [/^the sheet has no 2020 count: mean of 2019 and 2021$/, '表中没有2020年的数，取2019年与2021年的平均'],
  [/^mean of 2019 and 2021$/, '2019年与2021年的平均'],
  [/^([+-]\d+)% on the year before: boundary or count changed$/, '比上年$1%，区划或口径有变'],
  [/^rounded to 10,000$/, '只到万人'],
  [/^(\d+) counties$/, '$1个县合计'],
  [/^(\d+) of (\d+) counties suspect$/, '$2个县中$1个可疑'],
  [/^(\d+)-(\d+) plausible$/, '$1至$2均有可能'],
  [/^a bulletin has (\d+) for (\d+), so (\d+)-(\d+) plausible$/, '公报$2年为$1，故$3至$4均有可能'],
];

/** A mark or remark of data/registered-population/ in Chinese; one that is not known stays as it stands. */
export const registerWords = (text: string): string =>
  MARKS[text] ??
  text
    .split('; ')
    .map((remark) => {
      const [pattern, chinese] = REMARKS.find(([each]) => each.test(remark)) ?? [];
      return pattern === undefined ? remark : remark.replace(pattern, chinese!);
    })
    .join('；');
