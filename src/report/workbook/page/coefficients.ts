import { growthOf } from '../../../fiscal/book.ts';
import type { Coefficient } from '../../../fiscal/result.ts';
import type { Localized } from '../../../language/language.ts';
import { unitName } from '../../../scenario/unit-names.ts';
import { figure, freeze, growToFit, newSheet, put, putLine, putRow } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { choose, constant, of, plus, power, times, wording } from '../expression.ts';
import type { BookName, Cell, Expression, Format, Sheet, Validation } from '../sheet.ts';
import { supportName, words } from '../words.ts';

const say = {
  name: { zh: '系数', en: 'Coefficients' },
  title: { zh: '系数（黄色单元格可改）', en: 'Coefficients (change the yellow cells)' },
  subtitle: {
    zh: '修改黄色单元格后，本工作簿的奖励、成本、预算与分位数随即重算，不需再运行程序。未公布的系数是有名称、有范围的假设，不是法定数。',
    en: 'Change a yellow cell and awards, costs, budgets and percentiles of this workbook follow without running the program again. Coefficients that nobody published are named assumptions with ranges, not law.',
  },
  head: [
    { zh: '系数', en: 'Coefficient' },
    { zh: '数值', en: 'Value' },
    { zh: '单位', en: 'Unit' },
    { zh: '下限', en: 'Low' },
    { zh: '上限', en: 'High' },
    { zh: '区间检查', en: 'In its range' },
    words.mark,
    words.source,
    { zh: '说明', en: 'Note' },
    { zh: '名称', en: 'Name' },
  ],
  structure: { zh: '改动需重新运行 luohu fiscal', en: 'a change needs luohu fiscal again' },
  below: { zh: '低于下限', en: 'below the range' },
  above: { zh: '高于上限', en: 'above the range' },
  inside: { zh: '在区间内', en: 'yes' },
};

/** Sections of the page by the first word of the ids, in the order of the argument. */
const sections: readonly { readonly words: readonly string[]; readonly name: Localized }[] = [
  { words: ['award'], name: { zh: '奖励资金因素', en: 'Award fund factors' } },
  { words: ['pool'], name: { zh: '同池地区', en: 'The pool that shares the envelope' } },
  { words: ['timing'], name: { zh: '拨付时序', en: 'Timing of payments' } },
  { words: ['price'], name: { zh: '价格与增长', en: 'Prices and growth' } },
  { words: ['standard', 'wage', 'rate'], name: { zh: '单位成本与标准', en: 'Unit costs and standards' } },
  {
    words: ['school', 'dibao', 'relief', 'training', 'medical'],
    name: { zh: '服务需求参数', en: 'What demand is worked out with' },
  },
  { words: ['access'], name: { zh: '各类人口享有程度', en: 'Access of each group' } },
  { words: ['payer'], name: { zh: '支出责任分担', en: 'Who pays' } },
  { words: ['debt'], name: { zh: '举债', en: 'Borrowing' } },
  { words: ['land', 'funds'], name: { zh: '用地与其他挂钩资金', en: 'Land and other money that follows people' } },
  { words: ['budget'], name: { zh: '预算口径', en: 'Budget' } },
];
const others: Localized = { zh: '其他', en: 'Others' };

/** Cells of the coefficients, yellow where a formula of the book reads them. */
export interface CoefficientsPage {
  readonly sheet: Sheet;
  /** @throws Error for a coefficient the result does not hold */
  readonly of: (id: string) => Expression;
  readonly get: (id: string) => Coefficient;
  /** Its cells, to be shown elsewhere: a coefficient only shown is not one a figure rests on. */
  readonly cells: (id: string) => { readonly value: Cell; readonly low: Cell; readonly high: Cell };
  /** Value of a series in a year: its own entry, the last one before, or one carried on by the growth of its kind. */
  readonly dated: (id: string, year: number) => Expression;
  /** After all pages: what no formula reads loses its colour and its name, and says that a change needs a new calculation. */
  readonly finish: () => readonly BookName[];
}

const VALUE = 1;
const CHECK = 5;
/** On the sheet but not printed. */
const NAME = 9;

/** The page of the yellow cells: value, range, what supports it, source, and the name formulas call it by. */
export function coefficientsPage(context: Context): CoefficientsPage {
  const text = context.say;
  const sheet = newSheet(text(say.name), 'input', [32, 18, 14, 16, 16, 11, 12, 40, 32, 30], {
    titleRow: FIRST_ROW,
    columns: NAME,
  });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  putRow(sheet, FIRST_ROW, 0, say.head.map(text), 'header');
  freeze(sheet, FIRST_ROW + 1, 2);
  const cells = new Map<string, Cell>();
  const read = new Set<string>();
  const known = new Map(context.result.coefficients.map((coefficient) => [coefficient.id, coefficient]));
  let row = FIRST_ROW + 1;
  for (const { name, members } of sectioned(context.result.coefficients)) {
    putLine(sheet, row++, text(name), sheet.widths.length - 1, 'section');
    for (const coefficient of members) cells.set(coefficient.id, putCoefficient(context, sheet, row++, coefficient));
  }
  const found = <T>(map: ReadonlyMap<string, T>, id: string): T => {
    const own = map.get(id);
    if (own === undefined) throw new Error(`no coefficient ${id}`);
    return own;
  };
  const value = (id: string): Expression => {
    const cell = found(cells, id);
    read.add(id);
    return of(cell);
  };
  return {
    sheet,
    of: value,
    dated: (id, year) => {
      const years = [...known.keys()]
        .filter((own) => own.slice(0, -5) === id && /\.\d{4}$/.test(own))
        .map((own) => Number(own.slice(-4)))
        .sort((a, b) => a - b);
      if (years.length === 0) return value(id);
      const from = years.findLast((own) => own <= year) ?? years[0];
      const entry = value(`${id}.${from}`);
      const holds = year === from || (year > from && from !== years.at(-1));
      return holds ? entry : times(entry, power(plus(constant(1), value(growthOf(id))), constant(year - from)));
    },
    get: (id) => found(known, id),
    cells: (id) => {
      const cell = found(cells, id);
      const beside = (column: number) => sheet.cells.get(`${cell.row},${column}`)!;
      return { value: cell, low: beside(3), high: beside(4) };
    },
    finish: () => {
      for (const [id, cell] of cells) if (!read.has(id)) putAsStructure(sheet, cell, text(say.structure));
      return [...cells].filter(([id]) => read.has(id)).map(([id, cell]) => ({ name: nameOf(id), cell }));
    },
  };
}

/** The coefficients in sections; one whose first word has no section comes under the last. */
function sectioned(
  coefficients: readonly Coefficient[],
): { readonly name: Localized; readonly members: readonly Coefficient[] }[] {
  const placeOf = ({ id }: Coefficient) => sections.findIndex(({ words: own }) => own.includes(id.split('.')[0]));
  return [...sections, { name: others }]
    .map(({ name }, i) => ({
      name,
      members: coefficients.filter((own) => placeOf(own) === (i < sections.length ? i : -1)),
    }))
    .filter(({ members }) => members.length > 0);
}

/** Name of a coefficient in formulas: its id with underscores. */
const nameOf = (id: string): string => id.replaceAll(/[^A-Za-z0-9]/g, '_');

function putCoefficient({ say: text, lang }: Context, sheet: Sheet, row: number, coefficient: Coefficient): Cell {
  const { id, value, unit, low, high, mark, source, year, note } = coefficient;
  const format = formatOf(coefficient);
  put(sheet, row, 0, text(titleOf(coefficient)), { role: 'rowHeader' });
  const cell = put(sheet, row, VALUE, figure(value, mark), { role: 'input', format });
  sheet.validations.push({ cell, accepts: accepts(coefficient) });
  put(sheet, row, 2, unitName(unit, lang));
  const lowest = put(sheet, row, 3, figure(low, mark), { format });
  const highest = put(sheet, row, 4, figure(high, mark), { format });
  const above = choose(of(cell), '>', of(highest), wording(text(say.above)), wording(text(say.inside)));
  put(sheet, row, CHECK, choose(of(cell), '<', of(lowest), wording(text(say.below)), above), {
    format: 'text',
    role: 'text',
  });
  put(sheet, row, 6, text(supportName[mark]));
  put(sheet, row, 7, text(year === null ? source : { zh: `${source.zh}（${year}年）`, en: `${source.en} (${year})` }));
  put(sheet, row, 8, text(note));
  put(sheet, row, NAME, nameOf(id));
  growToFit(sheet, row);
  return cell;
}

/** Name of a coefficient for readers, with its year where it is one of a series. */
export function titleOf({ id, name }: Coefficient): Localized {
  const year = /\.(\d{4})$/.exec(id)?.[1];
  return year === undefined ? name : { zh: `${name.zh}（${year}年）`, en: `${name.en} (${year})` };
}

/** A coefficient that shapes the calculation and cannot be changed inside a workbook. */
function putAsStructure(sheet: Sheet, cell: Cell, said: string): void {
  sheet.cells.set(`${cell.row},${VALUE}`, { ...cell, role: 'body' });
  sheet.cells.set(`${cell.row},${CHECK}`, { ...cell, column: CHECK, content: said, role: 'text', format: 'text' });
  sheet.cells.set(`${cell.row},${NAME}`, { ...cell, column: NAME, content: null, role: 'blank' });
  sheet.validations.splice(
    sheet.validations.findIndex((own) => own.cell === cell),
    1,
  );
  growToFit(sheet, cell.row);
}

function formatOf({ kind, unit }: Coefficient): Format {
  if (kind === 'share' || kind === 'rate') return 'share';
  return unit === 'year' || kind === 'switch' || kind === 'whole' ? 'year' : 'number';
}

function accepts({ kind, low }: Coefficient): Validation['accepts'] {
  if (kind === 'switch' || kind === 'share') return kind;
  if (kind === 'rate') return low < 0 ? 'rate' : 'number';
  return kind === 'whole' ? 'whole' : 'number';
}
