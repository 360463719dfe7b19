import { seriesIn } from '../../analysis/compare/series.ts';
import { estimate } from '../../analysis/paired/estimate.ts';
import { withError } from '../../analysis/paired/justified.ts';
import { indicatorName, isSummed } from '../../indicator/indicators.ts';
import type { ReplicateResult } from '../../indicator/result.ts';
import { inEach, type Language, marks } from '../../language/language.ts';
import { compareMessages as messages } from './messages.ts';

/** What a first look is told by. */
const INDICATORS = ['resident_urbanization_rate', 'registered_urbanization_rate', 'settled_persons'] as const;

/** The differences of the last year in one line, each with its standard error, from the first replicates. */
export function firstAnswer(
  base: readonly ReplicateResult[],
  alternative: readonly ReplicateResult[],
  lang: Language,
): string {
  const differences = INDICATORS.map((indicator) => {
    const last = (result: ReplicateResult): number =>
      seriesIn(result, result.indicators.indexOf(indicator), 0, isSummed(indicator)).at(-1)!;
    const { mean, se } = estimate(base.map((result, r) => last(alternative[r]) - last(result)));
    const name = isSummed(indicator) ? messages.cumulative(indicatorName(indicator)) : indicatorName(indicator);
    return inEach((each) => `${name[each]} ${withError(mean, se)}`);
  });
  const joined = inEach((each) => differences.map((difference) => difference[each]).join(marks.comma[each]));
  return messages.first(base.length, joined)[lang];
}
