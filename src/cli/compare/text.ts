import type { DifferenceRow } from '../../analysis/compare/differences.ts';
import { headlineSeries, moneyAtEnd } from '../../analysis/compare/headlines.ts';
import { typeNames } from '../../analysis/compare/household-types.ts';
import type { Comparison } from '../../analysis/compare/tables.ts';
import type { Estimate } from '../../analysis/paired/estimate.ts';
import { justified, plusMinus, withError } from '../../analysis/paired/justified.ts';
import { indicatorName } from '../../indicator/indicators.ts';
import { type Language, type Localized, marks } from '../../language/language.ts';
import type { Shown } from '../../report/readable/choice.ts';
import { plainTable } from '../plain-table.ts';
import { compareMessages as messages } from './messages.ts';
import { ownTablesText } from './own-tables-text.ts';
import type { Presented } from './presented.ts';

/** One alternative in words and tables. */
export function comparisonText(
  { base, areas, runs, tables, simulated, severalBases }: Presented,
  comparison: Comparison,
  title: Localized,
  lang: Language,
  shown: Shown = {},
): string[] {
  const years = shown.years ?? [base.endYear];
  const shownAreas = areas.filter(({ code }) => shown.areas?.includes(code) ?? true);
  const { differences, differsFrom, peopleDifferFrom, people, cost } = comparison;
  const heading = messages.title(title, base.title, runs[0].base.length)[lang];
  if (differsFrom === null) return ['', heading, messages.identical()[lang], ''];
  return [
    '',
    heading,
    (differsFrom === peopleDifferFrom
      ? messages.differsFrom(differsFrom, base.baseYear)
      : messages.moneyDiffersFirst(differsFrom, peopleDifferFrom))[lang],
    '',
    ...years.flatMap((year) => [headlineTable(differences, year, lang), '']).slice(0, -1),
    messages.ratioNote()[lang],
    ...(severalBases ? [messages.bases(simulated)[lang]] : []),
    '',
    ...years.flatMap((year) => [areaTable(differences, shownAreas, year, lang), '']),
    ...moneyTable(differences, base.endYear, lang),
    ...ownTablesText(tables, differences, lang),
    ...(people ? peopleText(people, lang) : [simulated ? messages.notFollowed()[lang] : messages.notSimulated()[lang]]),
    ...(cost ? ['', ...costText(cost, lang)] : []),
    '',
  ];
}

function headlineTable(differences: readonly DifferenceRow[], year: number, lang: Language): string {
  const rows = headlineSeries(differences).flatMap((series) => {
    const row = series.find((each) => each.year === year);
    if (row === undefined) return [];
    const { indicator, counted, base, baseSe, alternative, alternativeSe, se, mean } = row;
    const name = indicatorName(indicator);
    return [
      [
        (counted === 'cumulative' ? messages.cumulative(name) : name)[lang],
        justified(base, baseSe),
        justified(alternative, alternativeSe),
        withError(mean, se),
        ...intervals(row),
        ratioText(row.varianceRatio),
      ],
    ];
  });
  return plainTable(messages.header(year)[lang].split(','), rows);
}

const WAN = 1e4;

/** What the alternative costs and brings the levels of government, all years added up; nothing where no money was reckoned. */
function moneyTable(differences: readonly DifferenceRow[], endYear: number, lang: Language): string[] {
  const rows = moneyAtEnd(differences, endYear).map((row) => [
    indicatorName(row.indicator)[lang],
    justified(row.base / WAN, row.baseSe / WAN),
    justified(row.alternative / WAN, row.alternativeSe / WAN),
    withError(row.mean / WAN, row.se / WAN),
    range(row.low / WAN, row.high / WAN, row.se / WAN),
  ]);
  if (rows.length === 0) return [];
  return [plainTable(messages.moneyHeader(endYear)[lang].split('|'), rows), messages.moneyNote()[lang], ''];
}

const range = (low: number, high: number, se: number): string =>
  Number.isNaN(low) ? '–' : `${justified(low, se)} – ${justified(high, se)}`;

const intervals = ({ low, high, p05, p95, se }: Estimate): string[] => [range(low, high, se), range(p05, p95, se)];

const ratioText = (ratio: number): string =>
  Number.isNaN(ratio) ? '–' : !Number.isFinite(ratio) ? '∞' : ratio < 10 ? ratio.toFixed(1) : String(Math.round(ratio));

function areaTable(
  differences: readonly DifferenceRow[],
  areas: Presented['areas'],
  endYear: number,
  lang: Language,
): string {
  const at = (area: string, indicator: string, counted: string): string => {
    const row = differences.find(
      (each) => each.area === area && each.indicator === indicator && each.counted === counted && each.year === endYear,
    );
    return row ? withError(row.mean, row.se) : '–';
  };
  const rows = areas.map((area) => [
    area[lang],
    at(area.code, 'settled_persons', 'cumulative'),
    at(area.code, 'registered_urbanization_rate', 'year'),
  ]);
  return plainTable(messages.areasHead(endYear)[lang].split(','), rows);
}

function peopleText({ settlers, deadweight, winners }: NonNullable<Comparison['people']>, lang: Language): string[] {
  const rows = settlers.map((row) => [
    messages.settlers[row.group][lang],
    plusMinus(row.mean, row.se),
    range(row.low, row.high, row.se),
  ]);
  const { ratio, se } = deadweight;
  const share = `${plusMinus(100 * ratio, 100 * se)} %`;
  const byType = winners
    .filter((row) => row.outcome === 'settled' && (row.winners.mean > 0 || row.losers.mean > 0))
    .filter(({ dimension, category }) => dimension === 'standing' || !category.endsWith('-since'))
    .map((row) => [
      `${typeNames[row.dimension][lang]}${marks.colon[lang]}${typeNames[row.category][lang]}`,
      Number.isNaN(row.persons) ? '–' : justified(row.persons, 1000),
      plusMinus(row.winners.mean, row.winners.se),
      plusMinus(row.losers.mean, row.losers.se),
      withError(row.net.mean, row.net.se),
    ]);
  return [
    messages.settlersHead()[lang],
    plainTable(messages.settlersHeader()[lang].split(','), rows),
    ...(Number.isNaN(ratio) ? [] : [messages.deadweight(share)[lang]]),
    '',
    plainTable(messages.winnersHeader()[lang].split(','), byType),
    messages.grossNote()[lang],
  ];
}

function costText({ cost, settlers, perSettler }: NonNullable<Comparison['cost']>, lang: Language): string[] {
  const { ratio, se, low, high, undetermined } = perSettler;
  return [
    messages.cost(withError(cost.mean, cost.se), withError(settlers.mean, settlers.se))[lang],
    undetermined
      ? messages.noPerSettler()[lang]
      : (settlers.mean > 0 ? messages.perSettler : messages.perSettlerLess)(
          plusMinus(ratio, se),
          justified(low, se),
          justified(high, se),
        )[lang],
  ];
}
