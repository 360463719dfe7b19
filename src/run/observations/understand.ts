import type { Localized } from '../../language/language.ts';
import type { ReadText } from '../../scenario/tables.ts';
import type { Grid, GridCell } from './grid.ts';
import { areaCalled, type CityPlaces } from './places.ts';
import { understandMessages as say } from './understand-messages.ts';
import { fitsUnit, indicatorOf, type Meant, unitCalled, unitsOf } from './vocabulary.ts';

/** A figure as it was understood: what is written into the tidy table. */
export interface Understood {
  readonly area: string;
  readonly year: number;
  readonly meant: Meant;
  /** The number as it stands in the table, in `unit`. */
  readonly value: string;
  readonly unit: string;
  readonly line: number;
  readonly column: number;
}

/** Something of a table that was not understood; a question where a word would do. */
interface Doubt {
  readonly line: number;
  readonly column: number;
  readonly text: Localized;
}

export interface Understanding {
  readonly figures: readonly Understood[];
  readonly doubts: readonly Doubt[];
}

/** What a label says: any of a place, a year, an indicator and a unit. */
interface Label {
  readonly area?: string;
  readonly year?: number;
  readonly meant?: Meant;
  readonly unit?: string;
  /** What of it was not understood. */
  readonly rest?: string;
}

const NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?$/;
const YEAR = /^(?:19|20)\d{2}年?(?:末|底)?$/;
const isNumber = (text: string): boolean => NUMBER.test(text.normalize('NFKC').replace(/\s/g, '')) && !YEAR.test(text);
const NOTHING = /^(-+|—+|…+|\.+|／|\/|无|na|n\/a)$/i;
/** Columns that say nothing of the figures. */
const idle = /^(序号|编号|备注|说明|no\.?|note|#)$/i;
const headings =
  /^(指标|指标名称|项目|地区|区域|县区|年份|年度|单位|计量单位|indicator|place|area|region|county|district|year|unit)$/i;

/** Whether a word nobody knows is meant as a place: by the head of its column or its ending. */
const namesPlace = (word: string, head: string): boolean =>
  /^(地区|区域|县区|旗县区|place|area|region|county|district|city)$/i.test(head) || /[县区市旗]$/.test(word);

/**
 * Understands a table as bureaus keep it. Every number takes what the cells beside it, above it and the title say: place, year,
 * indicator, unit; the nearest word counts. Years may stand in the columns or the rows, so may places and indicators.
 * @param city whose figures they are: the place of numbers that name none
 */
export function understand({ rows }: Grid, city: CityPlaces, read: ReadText): Understanding {
  const doubts: Doubt[] = [];
  const labels = new Map<GridCell, Label>();
  const labelOf = (cell: GridCell): Label => {
    const known = labels.get(cell);
    if (known !== undefined) return known;
    const label = labelIn(cell.text, city, read);
    labels.set(cell, label);
    return label;
  };
  // 1 where the numbers begin: the first row with a number, and the columns left of every number
  const first = rows.findIndex((row) => row.filter(({ text }) => isNumber(text)).length > 0);
  if (first < 0) return { figures: [], doubts: [{ line: 1, column: 1, text: say.noNumbers() }] };
  const width = Math.max(...rows.map((row) => row.length));
  // 2 heads: the rows above, a merged cell speaks for those right of it until the next
  const heads = rows.slice(0, first);
  const titles = heads.filter((row) => row.filter(({ text }) => text !== '').length <= 2);
  const headRows = heads.filter((row) => !titles.includes(row));
  const above = Array.from({ length: width }, (_, c) =>
    headRows.map((row) => {
      for (let at = Math.min(c, row.length - 1); at >= 0; at--) {
        if (row[at].text === '' || (at < c && headings.test(row[at].text))) continue;
        return at === c || headRows.length > 1 ? row[at] : undefined;
      }
      return undefined;
    }),
  );
  const said = titles.flatMap((row) =>
    row.filter(({ text }) => text !== '').map((cell) => titleIn(cell.text, city, read)),
  );
  // 3 every number
  const figures: Understood[] = [];
  let lastPlace: Label = {};
  for (const row of rows.slice(first)) {
    const beside = row.filter(
      (cell) => cell.text !== '' && !isNumber(cell.text) && !NOTHING.test(cell.text) && !idle.test(headOf(above, cell)),
    );
    const own = beside.map((cell) => ({ cell, label: labelOf(cell) }));
    const unclear = own.find(({ label }) => label.rest !== undefined && Object.keys(label).length === 1);
    const numbers = row.filter((cell) => isNumber(cell.text) && !idle.test(headOf(above, cell)));
    if (numbers.length === 0) {
      // a line that names a place for those below it
      const place = own.find(({ label }) => label.area !== undefined);
      if (place !== undefined) lastPlace = { area: place.label.area! };
      continue;
    }
    if (unclear !== undefined) {
      const { cell } = unclear;
      const called = namesPlace(cell.text, headOf(above, cell)) ? areaCalled(cell.text, city, read) : null;
      const text = called !== null && 'problem' in called ? called.problem : say.notUnderstood(cell.text);
      doubts.push({ line: cell.line, column: cell.column, text });
      continue;
    }
    for (const cell of numbers) {
      const over = (above[cell.column - 1] ?? [])
        .flatMap((head) => (head === undefined ? [] : [labelOf(head)]))
        .reverse();
      const unknownHead = over.find(({ rest }) => rest !== undefined);
      const sides = [...own.map(({ label }) => label).reverse(), ...over, lastPlace, ...said];
      const pick = <Key extends keyof Label>(key: Key): Label[Key] | undefined =>
        sides.find((label) => label[key] !== undefined)?.[key];
      const [area, year, meant, unit] = [pick('area') ?? 'city', pick('year'), pick('meant'), pick('unit')];
      const doubt = (text: Localized): void => void doubts.push({ line: cell.line, column: cell.column, text });
      if (meant === undefined && unknownHead !== undefined) doubt(say.notUnderstood(unknownHead.rest!));
      else if (meant === undefined) doubt(say.whichIndicator(cell.text));
      else if (year === undefined) doubt(say.whichYear(cell.text));
      else {
        const used = cell.text.trim().endsWith('%')
          ? '%'
          : (fitting(sides, meant) ?? (meant.unit.startsWith('percent') ? '%' : undefined));
        if (used === undefined)
          doubt(unit === undefined ? say.whichUnit(cell.text, unitsOf(meant)) : say.wrongUnit(unit, meant.label));
        else
          figures.push({
            area,
            year,
            meant,
            value: cell.text.normalize('NFKC').replace(/[\s%]/g, ''),
            unit: used,
            line: cell.line,
            column: cell.column,
          });
      }
    }
  }
  return { figures, doubts };
}

const headOf = (above: readonly (readonly (GridCell | undefined)[])[], { column }: GridCell): string =>
  above[column - 1]?.findLast((head) => head !== undefined)?.text ?? '';

/** The nearest unit that an indicator can be counted in. */
const fitting = (sides: readonly Label[], meant: Meant): string | undefined =>
  sides.find(({ unit }) => unit !== undefined && fitsUnit(meant, unitCalled(unit)!.of))?.unit;

/** What a cell says: `常住人口（万人）`, `2023年`, `东河区`, `2023年城镇化率(%)`. */
function labelIn(text: string, city: CityPlaces, read: ReadText): Label {
  if (headings.test(text.trim())) return {};
  let rest = text
    .normalize('NFKC')
    .trim()
    .replace(/^其中[::]?/, '')
    .replace(/^[一二三四五六七八九十\d]+[、.]\s*/, '');
  const label: { area?: string; year?: number; meant?: Meant; unit?: string; rest?: string } = {};
  const bracket = /[([]([^()[\]]*)[)\]]\s*$/.exec(rest);
  if (bracket !== null && unitCalled(bracket[1].replace(/^单位[::]?/, '')) !== undefined) {
    label.unit = bracket[1].replace(/^单位[::]?/, '');
    rest = rest.slice(0, bracket.index).trim();
  } else if (/^单位[::]/.test(rest) && unitCalled(rest.replace(/^单位[::]\s*/, '')) !== undefined)
    return { unit: rest.replace(/^单位[::]\s*/, '') };
  if (unitCalled(rest) !== undefined) return { unit: rest };
  const year = /((?:19|20)\d{2})\s*年?(?:末|底|度)?/.exec(rest);
  if (year !== null && !/^\d{6}$/.test(rest)) {
    label.year = Number(year[1]);
    rest = rest.replace(year[0], '').trim();
  }
  if (rest === '') return label;
  const meant = indicatorOf(rest);
  if (meant !== undefined) return { ...label, meant };
  const called = areaCalled(rest, city, read);
  if ('area' in called) return { ...label, area: called.area };
  // `包头市常住人口`
  for (const name of [city.name.zh, ...city.areas.map((area) => area.name.zh)])
    if (rest.startsWith(name) && indicatorOf(rest.slice(name.length)) !== undefined) {
      const place = areaCalled(name, city, read);
      return {
        ...label,
        ...('area' in place ? { area: place.area } : {}),
        meant: indicatorOf(rest.slice(name.length))!,
      };
    }
  return { ...label, rest };
}

/** What a title says, wherever in it: indicator, year, unit; a place only where it is not the city's own name. */
function titleIn(text: string, city: CityPlaces, read: ReadText): Label {
  const whole = labelIn(text, city, read);
  if (whole.rest === undefined) return whole;
  const { rest: _rest, ...label } = whole;
  const unit = /单位[::]\s*([^\s,,;;)]+)/.exec(text.normalize('NFKC'))?.[1];
  let meant: Meant | undefined;
  const plainText = text.normalize('NFKC');
  for (let length = plainText.length; length >= 3 && meant === undefined; length--)
    for (let from = 0; from + length <= plainText.length && meant === undefined; from++)
      meant = indicatorOf(plainText.slice(from, from + length));
  return { ...label, ...(meant ? { meant } : {}), ...(unit && unitCalled(unit) ? { unit } : {}) };
}
