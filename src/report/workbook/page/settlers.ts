import { type StatedItem, tiers } from '../../../fiscal/result.ts';
import { added } from '../arithmetic.ts';
import type { Count } from '../award-formula.ts';
import { freeze, newSheet, putLine } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { average, of } from '../expression.ts';
import type { Cell, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { InputsPage } from './inputs.ts';
import type { ReplicatesPage } from './replicates.ts';

const say = {
  name: { zh: '落户人数', en: 'Settlers' },
  title: {
    zh: '农村户籍落户人数：按来源与落户年份',
    en: 'Settlers with a rural register, by origin and year of settling',
  },
  subtitle: {
    zh: '各次模拟的平均人数；“填报”表填有数的取填报数。落户年份即奖励的批次；出生、整村整乡划转和城镇户籍迁移不在其中。',
    en: 'Means of the replicates, or what is typed on the sheet Inputs. The year of settling is the vintage of the award; births, reclassified villages and people who move a town register are not among them.',
  },
  origin: { zh: '来源', en: 'Origin' },
  all: { zh: '落户合计', en: 'Settled in all' },
  permits: { zh: '新发居住证', en: 'Permits issued' },
  children: { zh: '义务教育随迁子女（年末）', en: 'Accompanying children in compulsory schooling (year end)' },
  limits: {
    zh: '居住证只在当地规则计入时有效。',
    en: 'Permits count only where the local rule says so.',
  },
};

/** Mean counts by area (`city` too) and year. */
export interface SettlersPage {
  readonly sheet: Sheet;
  readonly count: (area: string, year: number, what: Count) => Cell;
  readonly settled: (area: string, year: number) => Cell;
}

/** Lines of an area: four tiers, their sum, permits and children. */
const LINES = tiers.length + 3;

/** Who settled, by county, tier and year: means of the replicates, as formulas over them. */
export function settlersPage(context: Context, replicates: ReplicatesPage, inputs: InputsPage): SettlersPage {
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
  const [city, ...counties] = allAreas(context);
  // the city stands on top and adds up the counties below it
  const firstOfCounties = table.row() + LINES;
  const below = yearTable(years, sheet, firstOfCounties);
  for (const { code, name } of [...counties, city]) {
    const own = code === city.code ? table : below;
    const mean = (what: Count, label: string): readonly Cell[] => {
      const simulated = (year: number) => average(replicates.counts(code, year, what));
      const adopted = (year: number) =>
        what === 'permitsIssued' ? simulated(year) : inputs.or(code, what as StatedItem, year, simulated(year));
      const summed = (year: number) =>
        added(counties.map((each) => of(cells.get(`${each.code} ${what}`)![years.indexOf(year)])));
      const line = own.line({
        names: [text(name), label],
        format: 'persons',
        content: (year) => (code === city.code ? summed(year) : adopted(year)),
      });
      cells.set(`${code} ${what}`, line);
      return line;
    };
    const byTier = tiers.map((tier) => mean(`settlers.${tier}`, text(words.tiers[tier])));
    const sumOf = (label: string, parts: readonly (readonly Cell[])[], key: string) => {
      const line = own.line({
        names: [text(name), label],
        format: 'persons',
        role: 'total',
        content: (_, i) => added(parts.map((part) => of(part[i]))),
      });
      cells.set(`${code} ${key}`, line);
    };
    sumOf(text(say.all), byTier, 'settled');
    mean('permitsIssued', text(say.permits));
    mean('children', text(say.children));
  }
  putLine(sheet, below.row() + 1, text(say.limits), sheet.widths.length - 1, 'note');
  const at = (key: string, year: number): Cell => cells.get(key)![years.indexOf(year)];
  return {
    sheet,
    count: (area, year, what) => at(`${area} ${what}`, year),
    settled: (area, year) => at(`${area} settled`, year),
  };
}
