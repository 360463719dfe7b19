import type { ScoreRow } from '../../analysis/backtest/score-table.ts';
import { bestOf, ENOUGH_PREFECTURES, type Verdict } from '../../analysis/backtest/verdict.ts';
import { indicatorName } from '../../indicator/indicators.ts';
import type { Language } from '../../language/language.ts';
import { backtestMessages as messages } from './messages.ts';
import { decimal, differenceText, groupsOf } from './table.ts';

/**
 * The verdicts in words, the naive forecast named plainly where it wins, and how often each does. Too few prefectures make no
 * verdict: then only which came closer how often.
 */
export function verdictText(verdicts: readonly Verdict[], lang: Language): string[] {
  const [few, enough] = [verdicts.filter(tooFew), verdicts.filter((verdict) => !tooFew(verdict))];
  const lines = enough.map((verdict) => sentence(verdict, lang));
  const times = (closer: Verdict['closer']): number => enough.filter((verdict) => verdict.closer === closer).length;
  if (enough.length > 1) lines.push(messages.tally(times('model'), times('naive'), times('undecided'))[lang]);
  if (few.length > 0) {
    const closer = few.filter(({ difference }) => difference.mean > 0).length;
    const most = Math.max(...few.map(({ difference }) => difference.clusters));
    lines.push(messages.fewPrefectures(most, closer, few.length)[lang]);
  }
  return lines;
}

const tooFew = ({ difference }: Verdict): boolean => difference.clusters < ENOUGH_PREFECTURES;

function sentence(verdict: Verdict, lang: Language): string {
  const { measure, model, naive, difference, closer } = verdict;
  const what = whatOf(verdict, messages.measures[measure][lang], lang);
  const score = (row: ScoreRow): string => decimal(measure === 'error' ? row.meanAbsoluteError : row.crps);
  const say = { naive: messages.naiveWins, model: messages.modelWins, undecided: messages.undecided }[closer];
  return say(what, naive.name[lang], score(naive), score(model), differenceText(difference))[lang];
}

/** Without a model: the naive forecast it would have to beat in every group. */
export const bestNaiveText = (rows: readonly ScoreRow[], lang: Language): string[] =>
  groupsOf(rows).flatMap((group) => {
    const best = bestOf(group, 'error');
    if (best === undefined) return [];
    const what = whatOf(best, messages.measures.error[lang], lang);
    return [messages.bestNaive(what, best.name[lang], decimal(best.meanAbsoluteError))[lang]];
  });

function whatOf(
  { indicator, level, horizon }: Pick<ScoreRow, 'indicator' | 'level' | 'horizon'>,
  measure: string,
  lang: Language,
): string {
  return messages.what(indicatorName(indicator), messages.levels[level], horizon, measure)[lang];
}
