import { openMeans } from '../../../fiscal/means.ts';
import { type LedgerRow, tiers } from '../../../fiscal/result.ts';
import { added, ratio } from '../arithmetic.ts';
import { figure, freeze, newSheet } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { minus, of, plus, times } from '../expression.ts';
import { inMoney } from '../money.ts';
import type { Cell, Content, Format, Sheet } from '../sheet.ts';
import { inPersons, ofIt, words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { ServedPage } from './served.ts';
import type { SettledPage } from './settled.ts';
import type { SettlersPage } from './settlers.ts';

const say = {
  name: { zh: '转出转入账', en: 'Ledger' },
  title: { zh: '谁支出、谁节省：转入县与转出县', en: 'Who pays and who saves: counties of arrival and of origin' },
  subtitle: {
    zh: '万元，现价，财政负担的运行成本。市内落户大多只是成本在县区间转移：转入县增加的减去持证时已负担的，再减转出县不再支付的，为全市净增。',
    en: '10,000 yuan, current prices, running cost of public payers. Settling inside the city mostly moves cost between counties: what arrival adds beyond what a permit holder already cost, less what the county of origin no longer pays.',
  },
  lines: {
    arrivals: { zh: '当年转入落户（人）', en: 'Settled here in the year (persons)' },
    leftForCity: { zh: '当年转出到本市其他县（人）', en: 'Left for another county of the city (persons)' },
    leftSoFar: { zh: '累计由本县村籍转为城镇（人）', en: 'Left the village register of this county so far (persons)' },
    settledSoFar: { zh: '累计落户（人）', en: 'Settled so far (persons)' },
    settledStock: inPersons(words.budgetLines.settled),
    grossYuan: words.budgetLines.gross,
    alreadyBorneYuan: ofIt(words.budgetLines.borne),
    arrivalYuan: words.budgetLines.running,
    originSavingYuan: { zh: '转出地节省', en: 'Saved where they left' },
    netYuan: { zh: '净增', en: 'Net' },
  },
};
type Line = keyof typeof say.lines;
const own = [
  'leftForCity',
  'settledStock',
  'grossYuan',
  'alreadyBorneYuan',
  'arrivalYuan',
  'originSavingYuan',
  'netYuan',
] as const;

/** By area (`city` too) and year; money in 10,000 yuan. */
export interface LedgerPage {
  readonly sheet: Sheet;
  readonly line: (line: Line, area: string, year: number) => Cell;
}

export function ledgerPage(
  context: Context,
  settlers: SettlersPage,
  served: ServedPage,
  settled: SettledPage,
): LedgerPage {
  const { result, say: text } = context;
  const { years, counts } = result;
  const means = openMeans(counts);
  const sheet = newSheet(text(say.name), 'result', [16, 36, ...years.map(() => 10)], {
    titleRow: FIRST_ROW,
    titleColumns: 2,
  });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW + 1, 2);
  // the city stands on top and adds up the counties below it
  const ofCity = yearTable(years, sheet, FIRST_ROW);
  ofCity.head([text(words.area), text(words.item)]);
  const cityLines = ['settledSoFar', 'arrivals', ...own] as const;
  const ofCounties = yearTable(years, sheet, FIRST_ROW + 1 + cityLines.length);
  const found = new Map(result.ledger.map((row) => [`${row.area} ${row.year}`, row]));
  const kept = new Map<string, readonly Cell[]>();
  const at = (key: Line, area: string, i: number): Cell => kept.get(`${key} ${area}`)![i];
  const city = allAreas(context)[0];
  const modelOf = (key: Line, area: string, year: number): number | undefined => {
    const row: LedgerRow | undefined = found.get(`${area} ${year}`);
    const known = own.find((each) => each === key);
    if (row === undefined || known === undefined) return undefined;
    return known.endsWith('Yuan') ? inMoney(row[known]) : row[known];
  };
  const put = (
    area: { readonly code: string; readonly name: { readonly zh: string; readonly en: string } },
    key: Line,
    format: Format,
    content: (year: number, i: number, before: readonly Cell[]) => Content,
  ) =>
    kept.set(
      `${key} ${area.code}`,
      (area.code === city.code ? ofCity : ofCounties).line({
        names: [text(area.name), text(say.lines[key])],
        format,
        role: key === 'netYuan' ? 'total' : 'body',
        content,
        expected: (year) => modelOf(key, area.code, year),
      }),
    );
  put(city, 'settledSoFar', 'persons', (_, i) => {
    const soFar = years.slice(0, i + 1).reduce((sum, year) => sum + means.of('city', year, 'settled_persons'), 0);
    return figure(soFar, 'simulated');
  });
  const stock = (area: string, year: number) => of(served.count(area, 'residents', 'settled', year));
  const stillThere = (year: number, i: number) => ratio(stock('city', year), of(at('settledSoFar', 'city', i)));
  const originCost = (year: number) => {
    const { ofRegister } = settled;
    const paidThere = minus(of(ofRegister('village', 'city', year)), of(ofRegister('permit', 'city', year)));
    return ratio(paidThere, stock('city', year));
  };
  for (const area of counts.areas) {
    const { code } = area;
    put(area, 'arrivals', 'persons', (year) =>
      added(tiers.map((tier) => of(settlers.count(code, year, `settlers.${tier}`)))),
    );
    put(area, 'leftForCity', 'persons', (year) =>
      figure(means.of(code, year, 'award_settlers.left_for_other_county'), 'simulated'),
    );
    put(area, 'leftSoFar', 'persons', (year, i, before) => {
      const now = plus(of(at('leftForCity', code, i)), of(settlers.count(code, year, 'settlers.same_county')));
      return i === 0 ? now : plus(of(before[i - 1]), now);
    });
    put(area, 'settledStock', 'persons', (year) => stock(code, year));
    put(area, 'grossYuan', 'money', (year) => of(settled.cost('settled', code, year)));
    put(area, 'alreadyBorneYuan', 'money', (year) => of(settled.cost('permit', code, year)));
    put(area, 'arrivalYuan', 'money', (_, i) =>
      minus(of(at('grossYuan', code, i)), of(at('alreadyBorneYuan', code, i))),
    );
    put(area, 'originSavingYuan', 'money', (year, i) =>
      times(of(at('leftSoFar', code, i)), stillThere(year, i), originCost(year)),
    );
    put(area, 'netYuan', 'money', (_, i) => minus(of(at('arrivalYuan', code, i)), of(at('originSavingYuan', code, i))));
  }
  for (const key of ['arrivals', ...own] as const)
    put(city, key, key.endsWith('Yuan') ? 'money' : 'persons', (_, i) =>
      added(counts.areas.map(({ code }) => of(at(key, code, i)))),
    );
  return { sheet, line: (key, area, year) => at(key, area, years.indexOf(year)) };
}
