import { type Localized, text } from '../../language/language.ts';

const meant = (near: string | undefined): Localized =>
  near === undefined ? text('', '') : text(`；是否为 ${near}？`, `; did you mean ${near}?`);

/** What is wrong with the question a search is asked. */
export const seekMessages = {
  targetShape: (given: string, near?: string) =>
    text(
      `--target 应为 指标=数值（至少）或 指标<=数值（至多），实际为 ${given}${meant(near).zh}`,
      `--target must be INDICATOR=VALUE (at least) or INDICATOR<=VALUE (at most), got ${given}${meant(near).en}`,
    ),
  unknownIndicator: (given: string, near: string | undefined) =>
    text(
      `--target 应为 indicators.csv 中的指标，实际为 ${given}${meant(near).zh}`,
      `--target must name an indicator of indicators.csv, got ${given}${meant(near).en}`,
    ),
  percent: (indicator: string, given: number) =>
    text(
      `--target ${indicator} 应为 0 到 100，实际为 ${given}`,
      `--target ${indicator} must be from 0 to 100, got ${given}`,
    ),
  unknownArea: (given: string, known: readonly string[]) =>
    text(
      `--area 应为 ${known.join('、')} 之一，实际为 ${given}`,
      `--area must be one of ${known.join(', ')}, got ${given}`,
    ),
} as const;
