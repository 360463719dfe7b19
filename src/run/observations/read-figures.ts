import type { Localized } from '../../language/language.ts';
import { InputError, type Issue, said } from '../../scenario/errors.ts';
import { fileProblem } from '../../scenario/file-problem.ts';
import { suggest } from '../../scenario/suggest.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { breaksIn } from './breaks.ts';
import { definitions, type FigureDefinition, type ReadFigure, usualError } from './figure.ts';
import { type Grid, type GridCell, readGrid } from './grid.ts';
import { observationMessages as say } from './messages.ts';
import { areaCalled, type CityPlaces } from './places.ts';
import { problemOfValue } from './possible.ts';
import { fitsUnit, indicatorOf, indicatorWords, type Meant, plain, unitCalled, unitsOf } from './vocabulary.ts';

/** What the columns of a tidy table are called. */
export const columnNames = {
  place: ['place', 'area', 'area_code', 'code', 'region', '地区', '区域', '地方'],
  year: ['year', '年份', '年', '年度'],
  indicator: ['indicator', '指标', '指标名称'],
  value: ['value', '数值', '值', '数'],
  unit: ['unit', '单位', '计量单位'],
  error: ['error', 'standard_error', 'se', '误差', '标准误'],
  definition: ['definition', '口径'],
  source: ['source', '来源', '数据来源', '出处'],
  note: ['note', '备注', '说明', 'url', 'confidence'],
} as const;
type Column = keyof typeof columnNames;
/** The columns of a table of figures as we write one and as it is documented (src/analysis/figures/README.md). */
export const figureColumns = [
  'place',
  'year',
  'indicator',
  'value',
  'unit',
  'error',
  'definition',
  'source',
] as const satisfies readonly Column[];
const needed: readonly Column[] = ['place', 'year', 'indicator', 'value', 'unit', 'source'];
const chinese: Readonly<Record<Column, string>> = {
  ...{ place: '地区', year: '年份', indicator: '指标', value: '数值', unit: '单位', error: '标准误' },
  ...{ definition: '口径', source: '来源', note: '备注' },
};

const definitionWords: Readonly<Record<FigureDefinition, readonly string[]>> = {
  place: ['place', 'by_place', '登记地', '按登记地'],
  kind: ['kind', 'by_kind', '户口性质', '按户口性质', '按性质'],
  district: ['district', 'by_district', '市辖区', '仅市辖区', '仅计市辖区城镇'],
  census: ['census', '普查'],
  revised: ['revised', '修订', '修订数'],
  bulletin: ['bulletin', '公报', '公报数'],
};

/** What a table of figures holds: figures, or every mistake in it. */
interface FiguresRead {
  readonly figures: readonly ReadFigure[];
  readonly issues: readonly Issue[];
}

/**
 * Reads a tidy table of figures of a city: a row a figure. One line a mistake; a row with a mistake gives no figure.
 * @param file as it is shown to the reader; @param place where it is read from
 * @param read reads data/
 */
export function readFigures(file: string, place: string, city: CityPlaces, read: ReadText): FiguresRead {
  const whole = (problem: Localized): FiguresRead => ({ figures: [], issues: [{ file, ...said(problem) }] });
  let grid: Grid;
  try {
    if (/\.xls$/i.test(place)) return whole(say.oldWorkbook());
    grid = readGrid(place);
  } catch (error) {
    if (error instanceof InputError) return { figures: [], issues: error.issues.map((issue) => ({ ...issue, file })) };
    if ((error as NodeJS.ErrnoException).code === 'EFORMAT') return whole(say.notATable());
    return whole(fileProblem(error));
  }
  if (grid.rows.length === 0) return whole(say.empty());
  return figuresOf(grid, file, city, read);
}

/** The figures of a table that was read. */
export function figuresOf(
  { rows: [header, ...rows] }: Grid,
  file: string,
  city: CityPlaces,
  read: ReadText,
): FiguresRead {
  const issues: Issue[] = [];
  const at = ({ line, column }: Pick<GridCell, 'line' | 'column'>, problem: Localized, path?: string): void => {
    issues.push({ file, line, column, ...(path === undefined ? {} : { path }), ...said(problem) });
  };
  // 1 the header
  const columns = new Map<Column, number>();
  for (const cell of header) {
    if (cell.text === '') continue;
    const named = (Object.keys(columnNames) as Column[]).find((column) =>
      columnNames[column].some((word) => word === plain(cell.text)),
    );
    const words = Object.values(columnNames).flat();
    if (named === undefined) at(cell, say.strangeColumn(cell.text, suggest(cell.text, words)));
    else if (columns.has(named) && named !== 'note') at(cell, say.twiceColumn(cell.text));
    else columns.set(named, cell.column - 1);
  }
  for (const column of needed)
    if (!columns.has(column)) at({ line: header[0].line, column: 1 }, say.lacksColumn(column, chinese[column]));
  if (issues.length > 0) return { figures: [], issues };
  if (rows.length === 0) return { figures: [], issues: [{ file, ...said(say.headerOnly()) }] };
  // 2 row by row
  const figures: ReadFigure[] = [];
  for (const row of rows) {
    const filled = row.findLastIndex(({ text }) => text !== '') + 1;
    if (filled > header.length) {
      at(row[header.length], say.tooManyCells(header.length, filled));
      continue;
    }
    const cellOf = (column: Column): GridCell =>
      row[columns.get(column) ?? -1] ?? { text: '', line: row[0].line, column: (columns.get(column) ?? 0) + 1 };
    const known = issues.length;
    const wrong = (column: Column, problem: Localized): null => {
      at(cellOf(column), problem, column);
      return null;
    };
    const empty = needed.filter((column) => cellOf(column).text === '');
    for (const column of empty) wrong(column, say.missing());
    const given = (column: Column): string | null => (empty.includes(column) ? null : cellOf(column).text);
    const area = areaIn(given('place'), city, read, (problem) => wrong('place', problem));
    const year = yearIn(given('year'), (problem) => wrong('year', problem));
    const definition = definitionIn(cellOf('definition').text, (problem) => wrong('definition', problem));
    const meant = meantIn(given('indicator'), definition, wrong);
    const number = numberIn(given('value'), (problem) => wrong('value', problem));
    const unit = unitIn(given('unit'), meant, (problem) => wrong('unit', problem));
    if (number === null || meant === null || unit === null) continue;
    const value = number.value * unit.times;
    const impossible = problemOfValue(
      { value, written: cellOf('value').text, times: unit.times, meant, area, year },
      city,
    );
    if (impossible !== null) wrong('value', impossible);
    const error = errorIn(cellOf('error').text, value, unit, (problem) => wrong('error', problem));
    if (issues.length > known || area === null || year === null) continue;
    const { line, column } = cellOf('value');
    const step = number.step * unit.times;
    figures.push({
      ...{ area, year, indicator: meant.indicator, value, meant, definition, file, line, column },
      error: error ?? usualError(meant.indicator, value, meant.kind === 'rate', step),
      stated: error !== null,
      source: cellOf('source').text,
    });
  }
  // 3 what only the whole can be asked
  return { figures, issues: [...issues, ...breaksIn(figures)].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

type Wrong = (problem: Localized) => null;

function areaIn(given: string | null, city: CityPlaces, read: ReadText, wrong: Wrong): string | null {
  if (given === null) return null;
  const called = areaCalled(given, city, read);
  return 'area' in called ? called.area : wrong(called.problem);
}

function yearIn(given: string | null, wrong: Wrong): number | null {
  if (given === null) return null;
  const found = /^(\d{4})(?:\.0)?\s*年?(?:末|底)?$/.exec(given);
  if (found === null) return wrong(say.year(given));
  const year = Number(found[1]);
  return year >= 2000 && year <= 2060 ? year : wrong(say.yearRange(given));
}

function definitionIn(given: string, wrong: Wrong): FigureDefinition | null {
  if (given === '') return null;
  return definitions.find((name) => definitionWords[name].includes(plain(given))) ?? wrong(say.definition(given));
}

function meantIn(
  given: string | null,
  definition: FigureDefinition | null,
  wrong: (column: Column, problem: Localized) => null,
): Meant | null {
  if (given === null) return null;
  const meant = indicatorOf(given);
  if (meant === undefined) {
    if (/(率|_rate)/.test(given) && /(出生|死亡|自然增长|birth|death|natural)/.test(given))
      return wrong('indicator', say.perMille(given));
    return wrong('indicator', say.unknownIndicator(given, suggest(plain(given), indicatorWords())));
  }
  if (definition === null || !['place', 'kind', 'district'].includes(definition)) return meant;
  const counted = indicatorOf(`${meant.indicator}.by_${definition}`);
  return counted ?? wrong('definition', say.notOfRegisters());
}

/** A number as tables write it: `1,234.5`, `１２３`, `45.2%`; and the smallest step it could have been written with. */
function numberIn(given: string | null, wrong: Wrong): { readonly value: number; readonly step: number } | null {
  if (given === null) return null;
  const typed = given.normalize('NFKC').replace(/\s/g, '').replace(/%$/, '');
  if (!/^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(typed)) return wrong(say.number(given));
  const digits = typed.replace(/,/g, '');
  const decimals = digits.split('.')[1]?.length ?? 0;
  return { value: Number(digits), step: 10 ** -decimals };
}

type Unit = NonNullable<ReturnType<typeof unitCalled>>;

function unitIn(given: string | null, meant: Meant | null, wrong: Wrong): Unit | null {
  if (given === null || meant === null) return null;
  const unit = unitCalled(given);
  return unit === undefined || !fitsUnit(meant, unit.of) ? wrong(say.unknownUnit(given, unitsOf(meant))) : unit;
}

function errorIn(given: string, value: number, unit: Unit, wrong: Wrong): number | null {
  if (given === '') return null;
  const typed = given.normalize('NFKC').replace(/^±/, '');
  const number = numberIn(typed, () => wrong(say.errorNumber(given)));
  if (number === null) return null;
  const error =
    typed.endsWith('%') && unit.of === 'counted' ? (number.value / 100) * Math.abs(value) : number.value * unit.times;
  if (!(error > 0)) return wrong(say.errorNumber(given));
  return error >= Math.abs(value) && value !== 0 ? wrong(say.errorLarge(given)) : error;
}
