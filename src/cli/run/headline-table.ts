import { indicatorName, isInPoints } from '../../indicator/indicators.ts';
import type { Language, Localized } from '../../language/language.ts';
import type { Headline } from '../../result/headline.ts';
import type { Summary } from '../../result/summary.ts';
import { messages } from '../messages.ts';
import { plainTable } from '../plain-table.ts';

/**
 * The short table a run ends with: one line an indicator, one column a year, mean and 5-95 % interval.
 * @param counting how the registered rate is counted
 */
export function headlineTable(headlines: readonly Headline[], counting: Localized, lang: Language): string {
  const years = headlines[0]?.byYear.map(({ year }) => String(year)) ?? [];
  const rows = headlines.map(({ indicator, cumulative, byYear }) => {
    const name = indicatorName(indicator);
    return [
      labelOf({ indicator, cumulative }, name, counting)[lang],
      ...byYear.map(({ summary }) => interval(summary, isInPoints(indicator) ? 2 : 0)),
    ];
  });
  return plainTable([messages.indicator()[lang], ...years], rows);
}

function labelOf(
  { indicator, cumulative }: Pick<Headline, 'indicator' | 'cumulative'>,
  name: Localized,
  counting: Localized,
): Localized {
  if (indicator === 'registered_urbanization_rate') return messages.qualified(name, counting);
  return cumulative ? messages.cumulative(name) : name;
}

/** `45.31 ± 0.02 (44.90–45.77)`: mean, its standard error and the interval; the mean alone where all replicates agree. */
function interval({ mean, mcse, p05, p95 }: Summary, digits: number): string {
  const format = new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const shown = (value: number) => format.format(value);
  if (Number.isNaN(mean)) return '–';
  if (shown(p05) === shown(p95)) return shown(mean);
  const error = Number.isNaN(mcse)
    ? ''
    : ` ± ${new Intl.NumberFormat('en-US', { maximumSignificantDigits: 2 }).format(mcse)}`;
  return `${shown(mean)}${error} (${shown(p05)}–${shown(p95)})`;
}
