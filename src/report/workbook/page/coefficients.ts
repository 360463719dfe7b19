import { growthOf } from '../../../fiscal/book.ts';
import type { Coefficient } from '../../../fiscal/result.ts';
import type { Localized } from '../../../language/language.ts';
import { unitName } from '../../../scenario/unit-names.ts';
import { added } from '../arithmetic.ts';
import { figure, freeze, growToFit, newSheet, put, putLine, putRow } from '../build.ts';
import { type Context, FIRST_ROW, putHead } from '../context.ts';
import { choose, constant, countSaying, of, plus, power, range, round, times, wording } from '../expression.ts';
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
    { zh: '原值', en: 'Was' },
    { zh: '状态', en: 'State' },
    { zh: '新值依据（文号）', en: 'Document of the new value' },
    { zh: '说明', en: 'Note' },
    { zh: '名称', en: 'Name' },
    { zh: '原出处', en: 'Source of the value before' },
  ],
  structure: { zh: '改动需重新运行 luohu fiscal', en: 'a change needs luohu fiscal again' },
  below: { zh: '低于下限', en: 'below the range' },
  above: { zh: '高于上限', en: 'above the range' },
  inside: { zh: '在区间内', en: 'yes' },
  changed: { zh: '已改', en: 'changed' },
  noSource: { zh: '待填来源', en: 'source to be stated' },
  sumOfShares: { zh: '各比重之和不得超过 1', en: 'the shares must not sum to more than 1' },
  notRising: { zh: '退坡系数不得逐年升高', en: 'the step-down must not rise with age' },
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
  { words: ['lifetime'], name: { zh: '终身成本', en: 'Cost of a life' } },
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
  readonly dated: (id: string, year: number, value?: (id: string) => Expression) => Expression;
  /** The same by the entries of years up to `known`, the first entry where there is none. */
  readonly datedBy: (id: string, year: number, known: number) => Expression;
  /** How many are changed, changed without a source, and outside their ranges. */
  readonly count: (what: 'changed' | 'noSource' | 'below' | 'above') => Expression;
  /** Ids of the coefficients on the sheet. */
  readonly ids: readonly string[];
  /** After all pages: what no formula reads loses its colour and its name, and says that a change needs a new calculation. */
  readonly finish: () => readonly BookName[];
}

const VALUE = 1;
const CHECK = 5;
const WAS = 8;
const STATE = 9;
const NEW_SOURCE = 10;
/** On the sheet but not printed. */
const NAME = 12;

/** The page of the yellow cells: value, range, what supports it, source, and the name formulas call it by. */
export function coefficientsPage(context: Context): CoefficientsPage {
  const text = context.say;
  const sheet = newSheet(text(say.name), 'input', [32, 18, 14, 16, 16, 11, 14, 40, 16, 8, 26, 30, 30, 40], {
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
  guard(context, sheet, cells);
  const rows = [...cells.values()].map((cell) => cell.row);
  const columnOf = (column: number) =>
    range(sheet.cells.get(`${Math.min(...rows)},${column}`)!, sheet.cells.get(`${Math.max(...rows)},${column}`)!);
  sheet.alerts.push(
    { range: columnOf(CHECK), words: [text(say.below), text(say.above)] },
    { range: columnOf(STATE), words: [text(say.changed)] },
    { range: columnOf(7), words: [text(say.noSource)] },
  );
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
  const datedBy = (id: string, year: number, by: number, get = value): Expression => {
    const entries = [...known.keys()]
      .filter((own) => own.slice(0, -5) === id && /\.\d{4}$/.test(own))
      .map((own) => Number(own.slice(-4)))
      .sort((a, b) => a - b);
    if (entries.length === 0) return get(id);
    const years = entries.some((own) => own <= by) ? entries.filter((own) => own <= by) : entries.slice(0, 1);
    const from = years.findLast((own) => own <= year) ?? years[0];
    const entry = get(`${id}.${from}`);
    const holds = year === from || (year > from && from !== years.at(-1));
    return holds ? entry : times(entry, power(plus(constant(1), get(growthOf(id))), constant(year - from)));
  };
  return {
    sheet,
    of: value,
    dated: (id, year, get) => datedBy(id, year, Number.POSITIVE_INFINITY, get),
    datedBy: (id, year, by) => datedBy(id, year, by),
    get: (id) => found(known, id),
    count: (what) =>
      countSaying(columnOf({ changed: STATE, noSource: 7, below: CHECK, above: CHECK }[what]), text(say[what])),
    ids: [...cells.keys()],
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
  const was = put(sheet, row, WAS, figure(value, mark), { format });
  const changed = (then: Expression, otherwise: Expression) => choose(of(cell), '<>', of(was), then, otherwise);
  put(sheet, row, STATE, changed(wording(text(say.changed)), wording('')), { format: 'text', role: 'text' });
  const newSource = put(sheet, row, NEW_SOURCE, null, { format: 'text', role: 'input' });
  const said = text(year === null ? source : { zh: `${source.zh}（${year}年）`, en: `${source.en} (${year})` });
  const own = of(put(sheet, row, NAME + 1, said));
  const stated = choose(of(newSource), '=', wording(''), wording(text(say.noSource)), of(newSource));
  put(sheet, row, 7, changed(stated, own), { format: 'text', role: 'text' });
  put(sheet, row, 11, text(note));
  put(sheet, row, NAME, nameOf(id));
  growToFit(sheet, row);
  return cell;
}

/** Least and most of coefficients that divide, count years, or would leave nothing: by their ids. */
const limits: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [
    /^(school\.(class_size|pupils_per_teacher|classes)\.|pool\.(settlers|children)(\.|$)|debt\.(term$|revenue))/,
    [1, 1e15],
  ],
  [/^award\.(first_year|children_from)$/, [2010, 2100]],
  [/^award\.envelope\./, [0, 1e13]],
  [/^pool\.reclassified_share$/, [0, 0.99]],
];

/** Tightens what the cells take: limits of their own, shares that sum, a step-down that does not rise. */
function guard({ result, say: text }: Context, sheet: Sheet, cells: ReadonlyMap<string, Cell>): void {
  const ids = [...cells.keys()];
  const years = result.award.pool.map(({ year }) => year);
  const idOf = new Map([...cells].map(([id, cell]) => [cell, id]));
  sheet.validations.forEach((validation, v) => {
    const id = idOf.get(validation.cell)!;
    const between =
      id === 'award.fixed_year' ? ([2016, Math.max(...years)] as const) : limits.find(([of]) => of.test(id))?.[1];
    const sharing = shareGroup(id);
    const together = ids
      .filter((own) => sharing !== null && shareGroup(own) === sharing)
      .map((own) => of(cells.get(own)!));
    const age = /^award\.step\.(\d+)$/.exec(id)?.[1];
    const before = age === undefined ? undefined : cells.get(`award.step.${Number(age) - 1}`);
    const [yes, no] = [constant(1), constant(0)];
    const holds =
      sharing !== null
        ? { formula: choose(round(added(together), 9), '<=', yes, yes, no), said: text(say.sumOfShares) }
        : before === undefined
          ? undefined
          : { formula: choose(of(cells.get(id)!), '<=', of(before), yes, no), said: text(say.notRising) };
    sheet.validations[v] = { ...validation, ...(between ? { between } : {}), ...(holds ? { holds } : {}) };
  });
}

/** Shares that must not sum to more than one: of the payers of an item, of the tiers of the pool. */
export const shareGroup = (id: string): string | null =>
  /^(payer\.\w+)\./.exec(id)?.[1] ?? (id.startsWith('pool.share.') ? 'pool.share' : null);

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
  sheet.cells.set(`${cell.row},${NEW_SOURCE}`, { ...cell, column: NEW_SOURCE, content: null, role: 'blank' });
  sheet.validations.splice(
    sheet.validations.findIndex((own) => own.cell === cell),
    1,
  );
  growToFit(sheet, cell.row);
}

/** Amounts from here on are shown without decimals, as every program shows them alike. */
const WHOLE_FROM = 1000;

function formatOf({ kind, unit, value }: Coefficient): Format {
  if (kind === 'share' || kind === 'rate') return 'share';
  if (unit === 'year' || kind === 'switch' || kind === 'whole') return 'year';
  return Math.abs(value) >= WHOLE_FROM ? 'persons' : 'factor';
}

function accepts({ kind, low }: Coefficient): Validation['accepts'] {
  if (kind === 'switch' || kind === 'share') return kind;
  if (kind === 'rate') return low < 0 ? 'rate' : 'number';
  return kind === 'whole' ? 'whole' : 'number';
}
