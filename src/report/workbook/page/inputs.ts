import { openMeans } from '../../../fiscal/means.ts';
import { cityItems, type StatedItem, statedItems, type Tier, tiers } from '../../../fiscal/result.ts';
import { firstVintage } from '../../../fiscal/stated.ts';
import { figure, freeze, label, newSheet, put, putLine, putRow } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, type NamedArea, putHead } from '../context.ts';
import { choose, constant, count, range, typedOr, wording } from '../expression.ts';
import { inMoney } from '../money.ts';
import type { Cell, Expression, Format, Range, Sheet } from '../sheet.ts';
import { words } from '../words.ts';

const say = {
  name: { zh: '填报', en: 'Inputs' },
  title: { zh: '部门填报数（黄色单元格）', en: 'What bureaus state (yellow cells)' },
  subtitle: {
    zh: '公安部门填落户人数，教育部门填随迁子女，财政部门填下达数与决算数。填了的以填报数为准，空白的用模拟或测算数；全书随之变动。来源一栏写文号。',
    en: 'Police: settlers; education: accompanying children; finance: amounts received, spent and carried over. What is typed stands in place of the simulated or computed figure and the whole book follows; blanks keep it. Write the document in the column Source.',
  },
  item: { zh: '项目', en: 'Item' },
  kind: { zh: '数', en: 'Figure' },
  simulated: { zh: '模拟', en: 'Simulated' },
  typed: { zh: '填报', en: 'Stated' },
  state: { zh: '状态', en: 'State' },
  changed: { zh: '已改', en: 'changed' },
  source: { zh: '填报来源（文号）', en: 'Source (document)' },
  settlers: { zh: '落户人数（公安）：', en: 'Settlers (police): ' },
  items: {
    children: { zh: '随迁子女（教育，人）', en: 'Accompanying children (education, persons)' },
    'received.settlers': { zh: '下达数：落户部分（万元）', en: "Received: settlers' part (10,000 yuan)" },
    'received.children': { zh: '下达数：随迁子女部分（万元）', en: "Received: children's part (10,000 yuan)" },
    spent: { zh: '当年支出决算数（万元）', en: 'Spent in the year, accounts (10,000 yuan)' },
    carried_in: { zh: '年初结转（万元）', en: 'Carried in at the start of the year (10,000 yuan)' },
  },
  before: {
    zh: '运行首年之前的落户人数未模拟，缺省按首年人数乘“运行前各年落户人数与首年之比”计。',
    en: 'Settlers of the years before the run are not simulated: blanks take the first year times the coefficient for earlier years.',
  },
};

/** Cells bureaus type into. */
export interface InputsPage {
  readonly sheet: Sheet;
  /** Undefined where the item takes nothing in that year. */
  readonly cell: (area: string, item: StatedItem, year: number) => Cell | undefined;
  /** What was typed, else what stands in its place. */
  readonly or: (area: string, item: StatedItem, year: number, otherwise: Expression) => Expression;
  /** How many amounts received were typed for a year. */
  readonly receivedTyped: (year: number) => Expression;
  /** How many cells were typed in all. */
  readonly typed: () => Expression;
}

const isMoney = (item: StatedItem): boolean => item.startsWith('received.') || cityItems.includes(item);
/** Items that take years before the run. */
const hasEarlier = (item: StatedItem): boolean => item.startsWith('settlers.') || item === 'children';

/** Input cells by county, item and year; simulated values stand above the cells they fill in for. */
export function inputsPage(context: Context): InputsPage {
  const { result, say: text } = context;
  const { years, counts, award } = result;
  const first = firstVintage({ first: years[0], lag: award.lag, steps: Array(award.steps), earlier: 1 });
  const all = Array.from({ length: years.at(-1)! - first + 1 }, (_, i) => first + i);
  const sheet = newSheet(text(say.name), 'input', [14, 30, 8, ...all.map(() => 10), 8, 30], {
    titleRow: FIRST_ROW,
    titleColumns: 3,
  });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW + 1, 3);
  putRow(sheet, FIRST_ROW, 0, [text(words.area), text(say.item), text(say.kind)], 'header');
  all.forEach((year, i) => {
    put(sheet, FIRST_ROW, 3 + i, label(year), { role: 'header', format: 'year' });
  });
  putRow(sheet, FIRST_ROW, 3 + all.length, [text(say.state), text(say.source)], 'header');
  const means = openMeans(counts);
  const stated = new Map((counts.stated ?? []).map((each) => [`${each.area} ${each.item} ${each.year}`, each]));
  const cells = new Map<string, Cell>();
  const lines: Range[] = [];
  let row = FIRST_ROW + 1;
  const names = (area: NamedArea, item: StatedItem, kind: string): void => {
    const [slice, tier] = item.split('.') as [string, Tier];
    const named =
      slice === 'settlers' ? text(say.settlers) + text(words.tiers[tier]) : text(say.items[item as 'children']);
    [text(area.name), named, kind].forEach((said, i) => {
      put(sheet, row, i, said, { role: 'rowHeader' });
    });
  };
  const simulatedLine = (area: NamedArea, item: StatedItem): void => {
    names(area, item, text(say.simulated));
    const indicator = item === 'children' ? 'award_children' : `award_${item}`;
    all.forEach((year, i) => {
      const known = years.includes(year) ? figure(means.of(area.code, year, indicator), 'simulated') : null;
      put(sheet, row, 3 + i, known, { format: 'persons', role: known === null ? 'blank' : 'body' });
    });
    row++;
  };
  const typedLine = (area: NamedArea, item: StatedItem): void => {
    names(area, item, text(say.typed));
    const format: Format = isMoney(item) ? 'money' : 'persons';
    const own = all.map((year, i) => {
      if (!hasEarlier(item) && !years.includes(year)) return put(sheet, row, 3 + i, null, { role: 'blank' });
      const given = stated.get(`${area.code} ${item} ${year}`);
      const content = given ? figure(isMoney(item) ? inMoney(given.value) : given.value, 'stated') : null;
      const cell = put(sheet, row, 3 + i, content, { role: 'input', format });
      sheet.validations.push({ cell, accepts: isMoney(item) ? 'number' : 'whole' });
      cells.set(`${area.code} ${item} ${year}`, cell);
      return cell;
    });
    lines.push(range(own[0], own.at(-1)!));
    const changed = choose(
      count(range(own[0], own.at(-1)!)),
      '>',
      constant(0),
      wording(text(say.changed)),
      wording(''),
    );
    put(sheet, row, 3 + all.length, changed, { role: 'text', format: 'text' });
    const sources = [...stated.values()].filter((each) => each.area === area.code && each.item === item);
    const source = [...new Set(sources.map((each) => each.source))].join('；');
    put(sheet, row, 4 + all.length, source === '' ? null : source, { role: 'input', format: 'text' });
    row++;
  };
  const [city, ...counties] = allAreas(context);
  for (const item of cityItems) typedLine(city, item);
  for (const [n, area] of counties.entries()) {
    if (n > 0 && n % 2 === 0) sheet.breaks.push(row - 1);
    for (const tier of tiers) {
      simulatedLine(area, `settlers.${tier}`);
      typedLine(area, `settlers.${tier}`);
    }
    for (const item of statedItems.filter((each) => !each.startsWith('settlers.') && !cityItems.includes(each))) {
      if (item === 'children') simulatedLine(area, item);
      typedLine(area, item);
    }
  }
  putLine(sheet, row + 1, text(say.before), sheet.widths.length - 1, 'note');
  const cell: InputsPage['cell'] = (area, item, year) => cells.get(`${area} ${item} ${year}`);
  const received = statedItems.filter((item) => item.startsWith('received.'));
  return {
    sheet,
    cell,
    or: (area, item, year, otherwise) => {
      const own = cell(area, item, year);
      return own === undefined ? otherwise : typedOr(own, otherwise);
    },
    receivedTyped: (year) =>
      count(
        ...counts.areas.flatMap(({ code }) =>
          received.map((item) => {
            const own = cell(code, item, year)!;
            return range(own, own);
          }),
        ),
      ),
    typed: () => count(...lines),
  };
}
