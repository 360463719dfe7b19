import path from 'node:path';
import { mean } from 'simple-statistics';
import type { FiguresFit } from '../../analysis/figures/fit-file.ts';
import type { FittedFigure, Spread } from '../../analysis/figures/fitted-figure.ts';
import type { Scored } from '../../analysis/figures/naive.ts';
import { indicatorName, isInPoints } from '../../indicator/indicators.ts';
import type { Language } from '../../language/language.ts';
import { plainTable } from '../plain-table.ts';
import { figuresMessages as say } from './figures-messages.ts';

/** Drivers listed: those at least so much narrower, and no more than so many. */
const NARROWER = 0.9;
const MOST_TOLD = 20;

interface Told {
  readonly place: string;
  readonly charts: string | null;
  /** Whether figures were kept out, so that no run uses the fit. */
  readonly isTest: boolean;
}

/** What a fit found, for a reader. */
export function figuresReport(file: FiguresFit, { place, charts, isTest }: Told, lang: Language): string {
  const shown = (each: string): string => {
    const below = path.relative('', each);
    return below.startsWith('..') ? path.resolve(each) : below;
  };
  const settled = file.settled ? say.settled(file.rounds) : say.notSettled(file.rounds);
  return [
    '',
    say.heading(file.cityName, file.members, file.seconds)[lang],
    settled[lang],
    '',
    figureTable(file, lang),
    '',
    ...doubts(file, lang),
    toldTable(file, lang),
    ...(file.scores.length > 0 ? ['', scoreTable(file.scores, lang), say.scoreNote()[lang]] : []),
    '',
    (isTest ? say.writtenTest(shown(place)) : say.written(shown(place)))[lang],
    ...(charts === null ? [] : [say.charts(shown(charts))[lang]]),
    '',
  ].join('\n');
}

/** A value as tables of figures write it: persons whole, rates to a hundredth. */
const figureText = (indicator: string, value: number): string =>
  isInPoints(indicator) ? value.toFixed(2) : String(Math.round(value));

const spreadText = (indicator: string, { low, middle, high }: Spread): string =>
  `${figureText(indicator, middle)} (${figureText(indicator, low)} … ${figureText(indicator, high)})`;

const placeName = ({ areas }: FiguresFit, area: string, lang: Language): string =>
  area === 'city' ? say.wholeCity()[lang] : (areas.find(({ code }) => code === area)?.name[lang] ?? area);

function figureTable(file: FiguresFit, lang: Language): string {
  const rows = file.figures.map(({ figure, prior, fitted, byOthers, isUsed, surprise, weight }) => {
    const { indicator } = figure;
    return [
      placeName(file, figure.area, lang),
      String(figure.year),
      indicatorName(indicator)[lang],
      figureText(indicator, figure.value),
      figureText(indicator, figure.error),
      spreadText(indicator, prior),
      spreadText(indicator, fitted),
      byOthers === null ? '' : spreadText(indicator, byOthers),
      isUsed ? (weight < 1 ? say.doubted(surprise, weight)[lang] : '') : say.keptOut()[lang],
    ];
  });
  return plainTable(say.figureHead()[lang].split(','), rows);
}

function doubts(file: FiguresFit, lang: Language): string[] {
  const named = ({ figure, byOthers, surprise, weight }: FittedFigure): string => {
    const { area, year, indicator, value } = figure;
    const said = say.residual(figureText(indicator, value), figureText(indicator, byOthers!.middle), surprise, weight);
    return `  ${placeName(file, area, lang)} ${year} ${indicatorName(indicator)[lang]} ${said[lang]}`;
  };
  return [
    ...(file.contradictions.length > 0
      ? [say.contradicting()[lang], ...file.contradictions.map((each) => `  ${each[lang]}`), '']
      : []),
    ...(file.surprises.length > 0 ? [say.doubtful()[lang], ...file.surprises.map(named), ''] : []),
  ];
}

function toldTable({ told }: FiguresFit, lang: Language): string {
  const clear = told.filter(({ sd, mean: centre }) => sd < NARROWER || Math.abs(centre) > 1);
  if (clear.length === 0) return say.nothingTold()[lang];
  const rows = clear
    .slice(0, MOST_TOLD)
    .map(({ label, mean: centre, sd }) => [
      label[lang],
      `${centre > 0 ? '+' : ''}${centre.toFixed(2)}`,
      `${Math.round(100 * sd)} %`,
    ]);
  const more = told.length - rows.length;
  return [
    plainTable(say.toldHead()[lang].split(','), rows),
    say.toldNote()[lang],
    ...(more > 0 ? [say.alsoTold(more)[lang]] : []),
  ].join('\n');
}

/** Means over the figures all three forecast, in points or per cent of the figure. */
function scoreMeans(scores: readonly Scored[]) {
  const all = scores.filter(({ forecasts: { model, line, noChange } }) => model && line && noChange);
  return (['model', 'line', 'noChange'] as const).map((forecast) => {
    const of = (pick: (score: NonNullable<Scored['forecasts']['model']>) => number): number =>
      mean(
        all.map(({ figure: { indicator, value }, forecasts }) => {
          const unit = isInPoints(indicator) ? 1 : Math.abs(value) / 100;
          return pick(forecasts[forecast]!) / unit;
        }),
      );
    const inside = all.filter(({ forecasts }) => forecasts[forecast]!.inside).length;
    return {
      forecast,
      figures: all.length,
      error: of(({ error }) => Math.abs(error)),
      inside,
      score: of(({ intervalScore }) => intervalScore),
    };
  });
}

function scoreTable(scores: readonly Scored[], lang: Language): string {
  const means = scoreMeans(scores);
  if (means[0].figures === 0) return '';
  const rows = means.map(({ forecast, figures, error, inside, score }) => [
    say.forecasts[forecast][lang],
    String(figures),
    error.toFixed(2),
    `${inside}/${figures}`,
    score.toFixed(2),
  ]);
  return plainTable(say.scoreHead()[lang].split(','), rows);
}
