import { tiers } from '../../../fiscal/result.ts';
import { added } from '../arithmetic.ts';
import type { Count } from '../award-formula.ts';
import { freeze, newSheet, putLine } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { average, of } from '../expression.ts';
import type { Cell, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { ReplicatesPage } from './replicates.ts';

const say = {
  name: { zh: '落户人数', en: 'Settlers' },
  title: {
    zh: '农村户籍落户人数：按来源与落户年份',
    en: 'Settlers with a rural register, by origin and year of settling',
  },
  subtitle: {
    zh: '各次模拟的平均人数。落户年份即奖励的批次；出生、整村整乡划转和城镇户籍迁移不在其中。',
    en: 'Means of the replicates. The year of settling is the vintage of the award; births, reclassified villages and people who move a town register are not among them.',
  },
  origin: { zh: '来源', en: 'Origin' },
  all: { zh: '落户合计', en: 'Settled in all' },
  students: { zh: '其中：学生落户', en: 'Of them as students' },
  veterans: { zh: '其中：退役军人', en: 'Of them as veterans' },
  permits: { zh: '新发居住证', en: 'Permits issued' },
  children: { zh: '义务教育随迁子女（年末）', en: 'Accompanying children in compulsory schooling (year end)' },
  limits: {
    zh: '学生与退役军人是否计入由“系数”表的开关决定；居住证只在当地规则计入时有效。',
    en: 'Switches on the sheet Coefficients decide whether students and veterans count; permits count only where the local rule says so.',
  },
};

/** Mean counts by area (`city` too) and year. */
export interface SettlersPage {
  readonly sheet: Sheet;
  readonly count: (area: string, year: number, what: Count) => Cell;
  readonly settled: (area: string, year: number) => Cell;
}

/** Who settled, by county, tier and year: means of the replicates, as formulas over them. */
export function settlersPage(context: Context, replicates: ReplicatesPage): SettlersPage {
  const { result, say: text } = context;
  const { years } = result;
  const sheet = newSheet(text(say.name), 'result', [16, 34, ...years.map(() => 9)], {
    titleRow: FIRST_ROW,
    titleColumns: 2,
  });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW + 1, 2);
  const table = yearTable(years, sheet, FIRST_ROW);
  table.head([text(words.area), text(say.origin)]);
  const cells = new Map<string, readonly Cell[]>();
  for (const { code, name } of allAreas(context)) {
    const mean = (what: Count, label: string): readonly Cell[] => {
      const own = table.line({
        names: [text(name), label],
        format: 'persons',
        content: (year) => average(replicates.counts(code, year, what)),
      });
      cells.set(`${code} ${what}`, own);
      return own;
    };
    const byTier = tiers.map((tier) => mean(`settlers.${tier}`, text(words.tiers[tier])));
    const sumOf = (label: string, parts: readonly (readonly Cell[])[], key: string) => {
      const own = table.line({
        names: [text(name), label],
        format: 'persons',
        role: 'total',
        content: (_, i) => added(parts.map((part) => of(part[i]))),
      });
      cells.set(`${code} ${key}`, own);
    };
    sumOf(text(say.all), byTier, 'settled');
    for (const slice of ['students', 'veterans'] as const)
      table.line({
        names: [text(name), text(say[slice])],
        format: 'persons',
        content: (year) => added(tiers.map((tier) => average(replicates.counts(code, year, `${slice}.${tier}`)))),
      });
    mean('permitsIssued', text(say.permits));
    mean('children', text(say.children));
  }
  putLine(sheet, table.row() + 1, text(say.limits), sheet.widths.length - 1, 'note');
  const at = (key: string, year: number): Cell => cells.get(key)![years.indexOf(year)];
  return {
    sheet,
    count: (area, year, what) => at(`${area} ${what}`, year),
    settled: (area, year) => at(`${area} settled`, year),
  };
}
