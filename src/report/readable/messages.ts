import { type Localized, text } from '../../language/language.ts';

/** What is said of years and areas that a result does not have. */
export const choiceMessages = {
  noArea: (given: string, near: Localized | undefined): Localized => {
    const hint = near === undefined ? text('', '') : text(`；是指${near.zh}吗？`, `; did you mean ${near.en}?`);
    return text(
      `--area 应为结果中的地区（代码或名称，全市写 city），实际为“${given}”${hint.zh}`,
      `--area must be an area of the result (code or name; city for the whole), got "${given}"${hint.en}`,
    );
  },
  severalAreas: (given: string, zh: string, en: string): Localized =>
    text(`“${given}”不止一处：${zh}，请用代码`, `"${given}" is more than one area: ${en}; use the code`),
  noYear: (given: string, first: number, last: number): Localized =>
    text(
      `--years 应在结果的年份 ${first}–${last} 之中，实际为 ${given}`,
      `--years must be among the years of the result, ${first} to ${last}, got ${given}`,
    ),
};
