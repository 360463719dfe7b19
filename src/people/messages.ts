import { type Localized, text } from '../language/language.ts';

const hint = (message: Localized, nearest: string | undefined): Localized =>
  nearest === undefined
    ? message
    : text(`${message.zh}；是否想写 ${nearest}`, `${message.en}; did you mean ${nearest}`);

const quoted = (word: string): string => JSON.stringify(word.length > 60 ? `${word.slice(0, 60)}…` : word);

/** What sorts of value an expression has. */
const sorts = {
  number: text('数字', 'a number'),
  flag: text('是非', 'a condition'),
  code: text('类别', 'a category'),
} as const;
export type Sort = keyof typeof sorts;

/** Mistakes in tables of one's own, one sentence each. */
export const tableMessages = {
  unknownColumn: (population: Localized, given: string, nearest: string | undefined) =>
    hint(
      text(
        `应为${population.zh}的列（luohu columns 列出），实际为 ${quoted(given)}`,
        `must be a column of ${population.en} (luohu columns lists them), got ${quoted(given)}`,
      ),
      nearest,
    ),
  unknownLabel: (column: string, given: string, nearest: string | undefined) =>
    hint(
      text(
        `应为 ${column} 的类别（luohu columns ${column} 列出），实际为 ${quoted(given)}`,
        `must be a category of ${column} (luohu columns ${column} lists them), got ${quoted(given)}`,
      ),
      nearest,
    ),
  wrongSort: (what: string, wanted: Sort, given: Sort) =>
    text(
      `应在 ${quoted(what)} 处为${sorts[wanted].zh}，实际为${sorts[given].zh}`,
      `must have ${sorts[wanted].en} at ${quoted(what)}, got ${sorts[given].en}`,
    ),
  notComparable: (left: string, right: string) =>
    text(
      `应比较同类的两项，实际为 ${quoted(left)} 与 ${quoted(right)}`,
      `must compare two things of one sort, got ${quoted(left)} and ${quoted(right)}`,
    ),
  noOrder: (operator: string, column: string) =>
    text(
      `应以 == 或 != 比较类别 ${column}，实际为 ${operator}`,
      `must compare the category ${column} by == or !=, got ${operator}`,
    ),
  dividesByNothing: (what: string) =>
    text(`应除以不为零的数，实际为 ${quoted(what)}`, `must divide by something other than zero, got ${quoted(what)}`),
  endsEarly: (expression: string) =>
    text(
      `应为完整的式子，实际在末尾中断：${quoted(expression)}`,
      `must be a whole expression, got one that ends early: ${quoted(expression)}`,
    ),
  unexpected: (word: string) =>
    text(
      `应为列名、数字或运算符，实际为 ${quoted(word)}`,
      `must be a column, a number or an operator, got ${quoted(word)}`,
    ),
  missingAlone: () =>
    text(
      '应只在 == 或 != 之后用 missing（缺失），实际用在别处',
      'must use missing after == or != alone, got it elsewhere',
    ),
  oneMeasure: (given: readonly string[]) =>
    text(
      `应为一种度量，实际为 ${given.length === 0 ? '没有' : given.join('、')}`,
      `must be one measure, got ${given.length === 0 ? 'none' : given.join(' and ')}`,
    ),
  quantileAt: () =>
    text('应为 quantile 给出 0 到 1 之间的 at，实际没有', 'must be given from 0 to 1 for a quantile, got nothing'),
  needsBands: (column: string) =>
    text(
      `应为数字列 ${column} 给出分段：{column: ${column}, bands: [0, 10, 20]}，实际没有`,
      `must give bands for the number ${column}: {column: ${column}, bands: [0, 10, 20]}, got none`,
    ),
  bandsOfCode: (column: string) =>
    text(`应只为数字列给出分段，实际为类别 ${column}`, `must give bands for numbers alone, got the category ${column}`),
  bandsRise: () => text('应由小到大，实际不是', 'must rise, got numbers that do not'),
  notACategory: (column: string) =>
    text(`应为有类别的列，实际为 ${column}`, `must be a column of categories, got ${column}`),
  identity: (column: string) =>
    text(`应为类别或数字，实际为标识 ${column}`, `must be a category or a number, got the identity ${column}`),
  transitionOfEvents: () => text('应用于人或户，实际用于事件', 'must be of persons or households, got events'),
  tooManyCells: (most: number, cells: number) =>
    text(`应不超过 ${most} 格，实际有 ${cells} 格`, `must have at most ${most} cells, got ${cells}`),
  columnTwice: (column: string) => text(`应只用一次，实际重复 ${column}`, `must be used once, got ${column} again`),
  notAnArea: (column: string) => text(`应为县区的列，实际为 ${column}`, `must be a column of areas, got ${column}`),
  yearOutside: (first: number, last: number, year: number) =>
    text(`应在 ${first} 到 ${last} 之间，实际为 ${year}`, `must lie between ${first} and ${last}, got ${year}`),
  tableName: (given: string) =>
    text(
      `应为由小写字母、数字和下划线组成的名称，实际为 ${quoted(given)}`,
      `must be a name of small letters, digits and _, got ${quoted(given)}`,
    ),
};
