import { type Localized, text } from '../../language/language.ts';

const meant = (near: string | undefined): Localized =>
  near === undefined ? text('', '') : text(`；是否为 ${near}？`, `; did you mean ${near}?`);

/** What is wrong with a lever or its costs. */
export const leverMessages = {
  unknownLever: (given: string, known: readonly string[], near: string | undefined) =>
    text(
      `应为措施 ${known.join('、')}，或政策条款（文件:条款），实际为 ${given}${meant(near).zh}`,
      `must be one of ${known.join(', ')} or a clause (document:clause), got ${given}${meant(near).en}`,
    ),
  twice: (given: string) => text(`措施应各不相同，实际 ${given} 重复`, `must name each lever once, got ${given} again`),
  basePart: (given: string) =>
    text(
      `应为逐年起作用的参数，${given} 只用于合成基年人口`,
      `must be a parameter that acts year by year, got ${given}, which builds the base population`,
    ),
  calibrated: (given: string) =>
    text(
      `应为未经校准的参数，${given} 取自情景的校准结果`,
      `must be a parameter outside the scenario's calibration, got ${given}`,
    ),
  needsBounds: () => text('应给出 off 和 most', 'must say off and most'),
  noRoom: (given: number) => text(`应与 off 不同，实际都是 ${given}`, `must differ from off, got ${given} for both`),
  strength: (given: number) =>
    text(`应大于 0、不超过 1（力度），实际为 ${given}`, `must be a strength above 0 and at most 1, got ${given}`),
  costBasis: (given: string, near: string | undefined) =>
    text(
      `per 应为 once、year、built、built-year 或指标名称，实际为 ${given}${meant(near).zh}`,
      `per must be once, year, built, built-year or an indicator, got ${given}${meant(near).en}`,
    ),
  costRange: (yuan: number, low: number, high: number) =>
    text(`range 应包含 yuan ${yuan}，实际为 ${low} 到 ${high}`, `range must hold yuan ${yuan}, got ${low} to ${high}`),
} as const;
