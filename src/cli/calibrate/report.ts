import path from 'node:path';
import type { CalibrationFile } from '../../analysis/calibration/calibration-file.ts';
import { type Estimate, isIdentified, type KindSummary } from '../../analysis/calibration/summary.ts';
import { indicatorName } from '../../indicator/indicators.ts';
import { type Language, marks } from '../../language/language.ts';
import { missText, parameterValue } from '../../report/chart/calibration-words.ts';
import type { ParameterName } from '../../scenario/parameters.ts';
import { plainTable } from '../plain-table.ts';
import { calibrateMessages as say } from './messages.ts';

/** Prefectures up to this number have a table each. */
const FEW = 3;

/** A finished calibration and where it was put. */
interface Report {
  readonly file: CalibrationFile;
  readonly place: string;
  /** Folder of the charts; null when they could not be drawn. */
  readonly charts: string | null;
}

/** What a calibration found, for a reader. */
export function calibrationReport({ file, place, charts }: Report, lang: Language): string {
  const prefectures = Object.values(file.prefectures);
  const names = prefectures.map(({ name }) => name);
  const ended = say.ended[file.ended](file.rounds)[lang];
  return [
    '',
    say.heading(file.name, names, Math.round(file.seconds))[lang],
    `${ended}${marks.semicolon[lang]}${say.shift(file.shift.toFixed(2), 100 * file.check)[lang]}`,
    ...(prefectures.length > 1 ? ['', commonTable(file, lang), say.spreadNote()[lang]] : []),
    ...(prefectures.length <= FEW
      ? prefectures.flatMap(({ name, estimates }) => ['', name[lang], cityTable(file, estimates, lang)])
      : ['', settledTable(file, lang)]),
    say.ratioNote()[lang],
    '',
    fitTable(file.kinds, lang),
    say.fitNote()[lang],
    '',
    say.written(relative(place))[lang],
    ...(charts === null ? [] : [say.charts(relative(charts))[lang]]),
    say.use(file.name)[lang],
    '',
  ].join('\n');
}

/** The same for a program: everything but draws and lines, which are in the file. */
export function calibrationJson({ file, place, charts }: Report): string {
  const { models: _models, elsewhere: _elsewhere, prefectures, ...found } = file;
  const cities = Object.values(prefectures).map(({ draws: _draws, ...city }) => city);
  return JSON.stringify({ ...found, file: place, charts, prefectures: cities }, null, 2);
}

const interval = (name: ParameterName, { centre, low, high }: Omit<Estimate, 'ratio'>): string => {
  const [middle, from, to] = [centre, low, high].map((value) => parameterValue(name, value));
  return `${middle} (${from} … ${to})`;
};

function commonTable({ parameters }: Report['file'], lang: Language): string {
  const rows = parameters.map(({ name, before, common, level, spread }) => [
    name,
    interval(name, before),
    interval(name, common),
    level === 'common' ? say.same()[lang] : say.spread(spread.before.toFixed(2), spread.after.toFixed(2))[lang],
  ]);
  return plainTable(say.parameterHead()[lang].split(','), rows);
}

function cityTable({ parameters }: Report['file'], estimates: readonly Estimate[], lang: Language): string {
  const rows = parameters.map(({ name, before }, p) => {
    const estimate = estimates[p];
    const by = isIdentified(estimate) ? say.figures() : say.prior();
    return [name, interval(name, before), interval(name, estimate), estimate.ratio.toFixed(2), by[lang]];
  });
  return plainTable(say.cityHead()[lang].split(','), rows);
}

/** One line a prefecture: the parameters its figures settle. */
function settledTable({ parameters, prefectures }: Report['file'], lang: Language): string {
  const rows = Object.values(prefectures).map(({ name, estimates }) => {
    const settled = parameters.flatMap(({ name: parameter }, p) =>
      isIdentified(estimates[p]) ? [`${parameter} ${parameterValue(parameter, estimates[p].centre)}`] : [],
    );
    return [name[lang], settled.length === 0 ? say.nothing()[lang] : settled.join('  ')];
  });
  return plainTable(say.settledHead()[lang].split(','), rows, ['left', 'left']);
}

function fitTable(kinds: readonly KindSummary[], lang: Language): string {
  const rows = kinds.map(({ indicator, figures, scale, missed, estimated }) => {
    const unit = scale === 'points' ? ` ${say.points()[lang]}` : '';
    const misses = [missed.before, missed.after, missed.check, estimated.county, estimated.shared];
    return [indicatorName(indicator)[lang], String(figures), ...misses.map((miss) => missText(miss, scale) + unit)];
  });
  return plainTable(say.fitHead()[lang].split(','), rows);
}

/** The shorter way to write where something is. */
function relative(place: string): string {
  const below = path.relative('', place);
  return below.startsWith('..') ? path.resolve(place) : below;
}
