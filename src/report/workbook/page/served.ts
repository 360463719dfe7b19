import { openMeans } from '../../../fiscal/means.ts';
import { type Group, groups } from '../../../fiscal/result.ts';
import { indicatorName } from '../../../indicator/indicators.ts';
import { added } from '../arithmetic.ts';
import { figure, freeze, newSheet } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { of } from '../expression.ts';
import type { Cell, Sheet } from '../sheet.ts';
import { words } from '../words.ts';
import { yearTable } from '../year-table.ts';

const say = {
  name: { zh: '服务对象', en: 'Served' },
  title: { zh: '公共服务对象：按户籍状态', en: 'Who is served, by register status' },
  subtitle: {
    zh: '各次模拟的年末平均数，单位为人（公租房为套，租赁补贴为户）。原有城镇户籍、模拟期内落户、持居住证、无居住证与村内户籍分列。',
    en: 'Year-end means of the replicates in persons (public rental in dwellings, rent subsidy in households): town register, settled during the run, with and without a permit, and villagers apart.',
  },
  counter: { zh: '对象', en: 'Counted' },
  status: { zh: '户籍状态', en: 'Status' },
};

/** Mean counts by area (`city` too), counter, status and year. */
export interface ServedPage {
  readonly sheet: Sheet;
  readonly count: (area: string, counter: string, group: Group, year: number) => Cell;
}

/** Persons behind the services: every counter a measure needs, by status, the city as the sum of its areas. */
export function servedPage(context: Context): ServedPage {
  const { result, say: text, lang } = context;
  const { years, counts, measures } = result;
  const means = openMeans(counts);
  const counters = [...new Set(measures.map(({ counter }) => counter))];
  const sheet = newSheet(text(say.name), 'base', [16, 34, 24, ...years.map(() => 10)], { titleRow: FIRST_ROW });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW + 1, 3);
  const table = yearTable(years, sheet, FIRST_ROW);
  table.head([text(words.area), text(say.counter), text(say.status)]);
  const kept = new Map<string, readonly Cell[]>();
  const keyOf = (area: string, counter: string, group: Group) => `${area} ${counter} ${group}`;
  const city = allAreas(context)[0];
  for (const { code, name } of [...counts.areas, city])
    for (const counter of counters)
      for (const group of groups) {
        const parts = (i: number) => counts.areas.map((area) => kept.get(keyOf(area.code, counter, group))![i]);
        const cells = table.line({
          names: [text(name), counterName(counter, lang), text(words.groups[group])],
          format: 'persons',
          content: (year, i) =>
            code === 'city'
              ? added(parts(i).map((part) => of(part)))
              : figure(means.byGroup(code, year, counter)[group], 'simulated'),
        });
        kept.set(keyOf(code, counter, group), cells);
      }
  return {
    sheet,
    count: (area, counter, group, year) => kept.get(keyOf(area, counter, group))![years.indexOf(year)],
  };
}

/** Name of a counter: the indicator's label without its status. */
const counterName = (counter: string, lang: Context['lang']): string =>
  indicatorName(counter === 'rent_subsidy' ? 'rent_subsidy_households' : `by_status.${counter}`)[lang];
