import type { FiscalResult } from '../../fiscal/result.ts';
import type { Localized } from '../../language/language.ts';
import { putLine } from './build.ts';
import type { Sheet } from './sheet.ts';
import { words } from './words.ts';

/** What every page is made from. */
export interface Context {
  readonly result: FiscalResult;
  readonly lang: keyof Localized;
  /** The name in the language of the workbook. */
  readonly say: (name: Localized) => string;
}

export const contextOf = (result: FiscalResult, lang: keyof Localized): Context => ({
  result,
  lang,
  say: (name) => name[lang],
});

/** Row at which the tables of a page begin, below its title, its subtitle and the legend of the marks. */
export const FIRST_ROW = 4;

/** Title, what the page shows, and the legend of the marks; every page begins so. */
export function putHead({ say }: Context, sheet: Sheet, title: string, subtitle: string): void {
  const last = sheet.widths.length - 1;
  putLine(sheet, 0, title, last, 'title');
  putLine(sheet, 1, subtitle, last, 'subtitle');
  putLine(sheet, 2, say(words.legend), last, 'note');
}

/** Years of the budget view. */
export const budgetYears = ({ result: { years, budget } }: Context): number[] =>
  years.filter((year) => year >= budget.from && year <= budget.to);

export interface NamedArea {
  readonly code: string;
  readonly name: Localized;
}

/** The city and its counties: the city first, as a reader meets them. */
export const allAreas = ({ result }: Context): NamedArea[] => [
  { code: 'city', name: { zh: '全市', en: 'Whole city' } },
  ...result.counts.areas,
];
