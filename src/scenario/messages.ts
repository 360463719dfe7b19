import { type Localized, text } from '../language/language.ts';
import { shareMeant } from '../language/number-meant.ts';

/** What the user wrote, short enough for one line: texts in quotes, numbers as they are, maps and lists by name. */
function shown(value: unknown): Localized {
  if (value === undefined || value === null) return text('空', 'nothing');
  if (Array.isArray(value)) return text('列表', 'a list');
  if (typeof value === 'object') return text('键值表', 'a map');
  if (typeof value === 'string') return alike(JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value));
  return alike(String(value));
}

/** A word that is the same in both languages; Chinese sets it off by a space. */
const alike = (word: string): Localized => text(` ${word}`, word);

/** The one sentence pattern of this file. */
function mustBe(zh: string, en: string, value: unknown, nearest?: string): Localized {
  const got = shown(value);
  return withHint(text(`应为${zh}，实际为${got.zh}`, `must be ${en}, got ${got.en}`), nearest);
}

function withHint(message: Localized, nearest: string | undefined): Localized {
  if (nearest === undefined) return message;
  return text(`${message.zh}；是否想写 ${nearest}`, `${message.en}; did you mean ${nearest}`);
}

/** Keys told where somebody used another; more would not be read. */
const MOST_TOLD = 12;

function withKnown(message: Localized, known: readonly string[]): Localized {
  if (known.length === 0) return message;
  const told = known.slice(0, MOST_TOLD);
  const more = known.length - told.length;
  return text(
    `${message.zh}；此处可用 ${told.join('、')}${more > 0 ? ` 等 ${known.length} 个` : ''}`,
    `${message.en}; here are known ${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  );
}

/** How a number that was written as people do, such as 33% or 5亿, is written in a file; undefined where none was meant. */
function plainNumber(kind: Kind, value: unknown): string | undefined {
  if ((kind !== 'number' && kind !== 'int') || typeof value !== 'string') return undefined;
  const meant = shareMeant(value);
  return meant === null || (kind === 'int' && !Number.isInteger(meant)) ? undefined : String(meant);
}

/** Names of the kinds of value a key can ask for. */
const kinds = {
  string: text('文字', 'text'),
  number: text('数字', 'a number'),
  int: text('整数', 'a whole number'),
  array: text('列表', 'a list'),
  tuple: text('两个数的列表', 'a list of two numbers'),
  object: text('键值表', 'a map'),
  record: text('键值表', 'a map'),
  boolean: text(' true 或 false', 'true or false'),
} as const;
type Kind = keyof typeof kinds;
export const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name);

/** What schemas call their parts: each refers to its words by name. */
const formats = {
  areaCode: text('带引号的六位区划代码', 'a six-digit division code in quotes'),
  areas: text('六位区划代码、districts、counties 或组名', 'a six-digit division code, districts, counties or a group'),
  name: text('由字母、数字、下划线和连字符组成的名称', 'a name of letters, digits, _ and -'),
  parentFile: text('以 .yaml 或 .yml 结尾的相对路径', 'a relative path ending in .yaml or .yml'),
  documentOrClause: text(
    '文件（baotou-2024）或条款（baotou-2024:2.2.1.1）',
    'a document (baotou-2024) or a clause (baotou-2024:2.2.1.1)',
  ),
  clause: text('条款（chifeng-2016:2.1.2）', 'a clause (chifeng-2016:2.1.2)'),
  addedClause: text(
    '形如 {clause: chifeng-2016:2.1.2, from: 2026-01-01} 的条款与生效日期（整个文件写在 documents 中）',
    'a clause and the day it comes into force, {clause: chifeng-2016:2.1.2, from: 2026-01-01}; a whole document goes into documents',
  ),
  date: text('形如 2024-05-23 的日期', 'a date like 2024-05-23'),
  documentName: text('形如 chifeng-2016 的名称与年份', 'a name and a year like chifeng-2016'),
  parameter: text('已知的参数', 'a known parameter'),
  countyParameter: text('县区可有自己数值的参数', 'a parameter that a county can have for itself'),
  setting: text('含 value 与 unit 的键值表，或其按年份的列表', 'a map with value and unit, or a list of such by year'),
  reason: text('文字，或含 zh 与 en 的键值表', 'a text, or a map with zh and en'),
  group: text('列名，或含 column 与 bands 的键值表', 'a column, or a map with column and bands'),
  measure: text(
    ' count，或含 sum、mean、share、quantile、transition 之一的键值表',
    'count, or a map with one of sum, mean, share, quantile, transition',
  ),
  scalar: text('文字或整数', 'text or a whole number'),
  observationFiles: text('表格文件的相对路径，或其列表', 'the path of a table of figures, or a list of such'),
  calibration: text(' luohu calibrate 写出的文件', 'a file written by luohu calibrate'),
} as const;
export type Format = keyof typeof formats;
export const isFormat = (name: string): name is Format => Object.hasOwn(formats, name);

/** How many times as many years a run has as one to 2035, the usual end. */
const timesAs = (endYear: number, baseYear: number): string => ((endYear - baseYear) / (2035 - baseYear)).toFixed(1);

export const messages = {
  // the file
  missingFile: () => text('应为存在的文件，实际不存在', 'must be an existing file, got nothing there'),
  missingFolder: () => text('应为存在的文件夹，实际不存在', 'must be an existing folder, got nothing there'),
  folder: () => text('应为文件，实际为文件夹', 'must be a file, got a folder'),
  notAFile: () => text('应为普通文件，实际为管道或设备', 'must be a regular file, got a pipe or a device'),
  hugeFile: () => text('应不超过 16 MB，实际更大', 'must be at most 16 MB, got a larger file'),
  unreadable: (why: Localized) => text(`应为可读的文件：${why.zh}`, `must be a readable file: ${why.en}`),
  tooLarge: (limit: number, length: number) =>
    text(`应不超过 ${limit} 个字符，实际为 ${length} 个`, `must be at most ${limit} characters, got ${length}`),
  notUtf8: () => text('应为 UTF-8 文本，实际为其他编码', 'must be UTF-8 text, got another encoding'),
  empty: () => text('应为键值表，实际为空文件', 'must be a map of keys, got an empty file'),
  notAMap: (value: unknown) => mustBe('键值表', 'a map of keys', value),
  tab: () => text('应使用空格缩进，实际为制表符', 'must be indented with spaces, got a tab'),
  severalDocuments: () => text('应只有一个 YAML 文档，实际有多个', 'must be one YAML document, got several'),
  tooDeep: () => text('应为浅层结构，实际嵌套过深', 'must be a flat structure, got too many levels'),
  notYaml: (line: string) => mustBe('有效的 YAML', 'valid YAML', line),
  unknownTag: (line: string) => mustBe('不带标签的值', 'a value without a tag', line),
  keyNotText: (line: string) => mustBe('文字作键', 'keyed by text', line),
  duplicateKey: (key: string) => text(`应只出现一次，实际重复 ${key}`, `must appear once, got ${key} again`),
  tooManyAliases: (limit: number) =>
    text(`应最多引用 ${limit} 次锚点，实际更多`, `must repeat anchors at most ${limit} times, got more`),
  unknownAlias: () => text('应引用之前定义的锚点，实际未定义', 'must repeat an anchor set before, got an unknown one'),
  extendsCycle: (chain: readonly string[]) =>
    text(
      `应最终到达不含 extends 的文件，实际循环：${chain.join(' → ')}`,
      `must end at a file without extends, got a circle: ${chain.join(' -> ')}`,
    ),
  missingParent: (path: string) =>
    text(`应为存在的文件，实际没有 ${path}`, `must be an existing file, got nothing at ${path}`),

  // one key
  /** @param known keys there are in this place, told where none is near */
  unknownKey: (key: string, nearest: string | undefined, known: readonly string[] = []) => {
    const { zh, en } = withKnown(mustBe('已知的键', 'a known key', key, nearest), nearest === undefined ? known : []);
    // half of a sentence: its comma ended the value before
    return /\s/.test(key)
      ? text(`${zh}；大括号里的英文逗号须放在引号中`, `${en}; a comma in braces needs quotes`)
      : text(zh, en);
  },
  required: () => text('应给出，实际缺失', 'must be given, got nothing'),
  kind: (kind: Kind, value: unknown) => mustBe(kinds[kind].zh, kinds[kind].en, value, plainNumber(kind, value)),
  format: (format: Format, value: unknown, nearest?: string) =>
    mustBe(formats[format].zh, formats[format].en, value, nearest),
  oneOf: (allowed: readonly unknown[], value: unknown, nearest: string | undefined) =>
    mustBe(
      ` ${allowed.join(' 或 ')}`,
      allowed.length === 1 ? String(allowed[0]) : allowed.map(String).join(' or '),
      value,
      nearest,
    ),
  atLeast: (limit: number, value: unknown) => mustBe(`不小于 ${limit} 的数`, `at least ${limit}`, value),
  atMost: (limit: number, value: unknown) => mustBe(`不大于 ${limit} 的数`, `at most ${limit}`, value),
  above: (limit: number, value: unknown) => mustBe(`大于 ${limit} 的数`, `above ${limit}`, value),
  atLeastItems: (limit: number) =>
    text(`应至少有 ${limit} 项，实际更少`, `must have at least ${limit} items, got fewer`),
  notEmpty: () => text('应不为空，实际为空', 'must not be empty, got nothing'),
  tooLong: (limit: number) =>
    text(`应不超过 ${limit} 个字符，实际更长`, `must be at most ${limit} characters, got more`),
  other: (value: unknown) => mustBe('允许的值', 'an allowed value', value),

  // one parameter
  sourceOrAssumption: () =>
    text(
      '应有 source，或 assumption: true 与 range，实际都没有',
      'must have a source, or assumption: true with a range, got neither',
    ),
  bothSourceAndAssumption: () =>
    text('应在 source 与 assumption 中选一，实际两者都有', 'must be either sourced or an assumption, got both'),
  confidenceOfAssumption: () =>
    text('应只用于有 source 的值，实际用于假设', 'must go with a source, got an assumption'),
  assumptionRange: () => text('应为假设给出，实际缺失', 'must be given for an assumption, got nothing'),
  rangeOrder: (low: number, high: number) =>
    text(`应先小后大，实际为 [${low}, ${high}]`, `must be the lower number first, got [${low}, ${high}]`),
  rangeContains: (value: number, low: number, high: number) =>
    text(`应包含取值 ${value}，实际为 [${low}, ${high}]`, `must contain the value ${value}, got [${low}, ${high}]`),
  sharesAddUp: (sum: number) => text(`各项之和应不超过 1，实际为 ${sum}`, `must add up to at most 1, got ${sum}`),
  readOnce: (name: string) =>
    text(
      `只能有一个值：${name}只在基年读取，以后年份的值不会起作用`,
      `must be one value: ${name} is read in the base year alone, a later one would never act`,
    ),
  datedOrder: (before: number, year: number) =>
    year === before
      ? text(`应为不同的年份，实际 ${year} 重复`, `must be a year of its own, got ${year} again`)
      : text(`应晚于 ${before}，实际为 ${year}`, `must be later than ${before}, got ${year}`),
  neverInForce: (endYear: number, from: number | string) =>
    text(
      `应不晚于结束年 ${endYear}，实际为 ${from}，不会生效`,
      `must not be later than the end year ${endYear}, got ${from}: never in force`,
    ),
  superseded: (baseYear: number, next: number) =>
    text(
      `应在基年 ${baseYear} 有效，实际已被 ${next} 年的值取代`,
      `must hold in the base year ${baseYear}, got replaced in ${next}: never in force`,
    ),

  // the scenario as a whole
  idOfFile: (expected: string, value: string) =>
    mustBe(`与文件名一致的 ${expected}`, `${expected} after the file name`, value),
  fileName: (value: string) => mustBe(formats.name.zh, `called by ${formats.name.en}`, value),
  endAfterBase: (baseYear: number, endYear: number) =>
    mustBe(`晚于基年 ${baseYear} 的年份`, `later than the base year ${baseYear}`, endYear),
  unknownCity: (code: string, nearest: string | undefined) =>
    mustBe('普查数据中的地级代码', 'a prefecture of the census data', code, nearest),
  unknownCounty: (code: string, nearest: string | undefined) =>
    mustBe('本市所辖县区的代码', 'the code of a county of the city', code, nearest),
  noSuchCensus: (years: readonly number[], city: string, value: number) =>
    mustBe(
      ` ${city} 有数据的普查年（${years.join('、')}）`,
      `a census year the data has for ${city} (${years.join(', ')})`,
      value,
    ),
  unknownDocument: (id: string, nearest: string | undefined) =>
    mustBe('已知的政策文件', 'a known policy document', id, nearest),
  unknownClause: (document: string, clause: string, nearest: string | undefined) =>
    mustBe(` ${document} 的条款`, `a clause of ${document}`, clause, nearest),
  documentOfAnother: (id: string, owner: string, city: string) =>
    text(
      `应为适用于 ${city} 的文件，实际 ${id} 属于 ${owner}；试用其条款请写 policy.add`,
      `must be a document that reaches ${city}, got ${id} of ${owner}; try its clauses with policy.add`,
    ),
  documentTwice: (id: string) => text(`应只列一次，实际重复 ${id}`, `must be listed once, got ${id} again`),
  unknownReading: (names: readonly string[], given: string) =>
    names.length === 0
      ? mustBe('省略：该条款没有争议解释', 'left out: the clause has no disputed reading', given)
      : mustBe(names.join('、'), names.join(' or '), given),
  unknownCalibration: (name: string) =>
    mustBe(
      '校准结果的名称（data/calibration/<名称>.json）',
      'the name of a calibration (data/calibration/<name>.json)',
      name,
    ),
  uncalibratedAlone: () => text('应与 calibration 同用，实际没有', 'must go with a calibration, got none'),
  beyondVitalTables: (lastYear: number, endYear: number, baseYear: number) =>
    text(
      `应不晚于生命率表的末年 ${lastYear}，实际为 ${endYear}；此后各年的死亡率和生育率沿用 ${lastYear} 年的数，参数沿用末年的值，迁移仍按基年以来的规律；用时随年数增加，到 ${endYear} 年约为到 2035 年的 ${timesAs(endYear, baseYear)} 倍`,
      `must not be later than ${lastYear}, the last year of the vital tables, got ${endYear}: later years hold the death and birth rates of ${lastYear} and the last value of every parameter, and people move as since the base year; the time grows with the years, to ${endYear} some ${timesAs(endYear, baseYear)} times what it takes to 2035`,
    ),
  notInDocuments: (id: string) => mustBe(' documents 中的文件或其条款', 'of a document listed in documents', id),

  // tables of data/
  emptyTable: () => text('应有表头和数据行，实际没有', 'must have a header and rows, got none'),
  columnMissing: () => text('应为表中的列，实际没有', 'must be a column of the table, got none'),
  columnsMissing: (columns: readonly string[]) =>
    text(`应有列 ${columns.join('、')}，实际都没有`, `must have the columns ${columns.join(', ')}, got none of them`),
  between: (low: number, high: number, value: number) =>
    mustBe(` ${low} 到 ${high} 之间的数`, `between ${low} and ${high}`, value),
  implausible: (given: number, low: number, high: number) =>
    text(
      `远在通常的 ${low} 到 ${high} 之外，实际为 ${given}：单位是否有误`,
      `is far outside the usual ${low} to ${high}, got ${given}: is the unit right`,
    ),
  steering: (code: number) => {
    const shown = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return text(
      `应不含看不见的控制字符，实际有 ${shown}`,
      `must hold no control characters that are not seen, got ${shown}`,
    );
  },
  sumOf: (parts: readonly string[], sum: number, value: number) => {
    const [first, last] = [parts[0], parts.at(-1)];
    return text(
      `应为 ${parts.length > 2 ? `${first} 至 ${last}` : parts.join('、')} 各列之和 ${sum}，实际为 ${value}`,
      `must be the sum of ${parts.length > 2 ? `${first} to ${last}` : parts.join(' and ')}, ${sum}, got ${value}`,
    );
  },
  rowMissing: (key: string) => text(`应有 ${key} 的行，实际没有`, `must have a row for ${key}, got none`),
  rowTwice: (key: string, line: number) =>
    text(`应是 ${key} 唯一的行，实际第 ${line} 行已有`, `must be the only row for ${key}, got another in line ${line}`),
  andMore: (issues: number) => text(`另有 ${issues} 处`, `and ${issues} more`),
  notAPrefecture: (known: number, example: string, given: string) =>
    mustBe(
      `地级单位的六位代码（data/areas.csv 中有 ${known} 个，例如 ${example}）`,
      `the six-digit code of a prefecture (${known} in data/areas.csv, such as ${example})`,
      given,
    ),
  noCensusRows: (name: Localized, code: string, year: number) =>
    text(
      `${name.zh}（${code}）没有 ${year} 年普查的分县数据；请用基年 2010`,
      `no county rows of the ${year} census for ${name.en} (${code}); use base year 2010`,
    ),
};
