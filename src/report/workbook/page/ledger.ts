import { openMeans } from '../../../fiscal/means.ts';
import { type LedgerRow, type Level, levelPayers, levels, type Payer, tiers } from '../../../fiscal/result.ts';
import { added, ratio } from '../arithmetic.ts';
import { figure, freeze, newSheet } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, putHead } from '../context.ts';
import { minus, of, plus, times } from '../expression.ts';
import { inMoney } from '../money.ts';
import type { Cell, Content, Expression, Format, Sheet } from '../sheet.ts';
import { inPersons, ofIt, words } from '../words.ts';
import { yearTable } from '../year-table.ts';
import type { ServedPage } from './served.ts';
import type { SettledPage } from './settled.ts';
import type { SettlersPage } from './settlers.ts';

const say = {
  name: { zh: '转出转入账', en: 'Ledger' },
  title: { zh: '谁支出、谁节省：转入县与转出县', en: 'Who pays and who saves: counties of arrival and of origin' },
  subtitle: {
    zh: '万元，现价，运行支出，分级政府。只计由农村户籍落户者。市内落户大多只是支出在县区间转移：转入县增加的减去持证时已负担的，再减转出县不再支付的，为净增。',
    en: '10,000 yuan, current prices, running cost by level of government, for those settled from village registers. Settling inside the city mostly moves cost between counties: what arrival adds beyond what a permit holder already cost, less what the county of origin no longer pays.',
  },
  level: { zh: '政府级次', en: 'Level' },
  persons: {
    arrivals: { zh: '当年转入落户（人）', en: 'Settled here in the year (persons)' },
    sameCitySimulated: {
      zh: '当年市内跨县落户（模拟，人）',
      en: 'Settled from another county of the city, simulated (persons)',
    },
    leftSimulated: {
      zh: '当年转出到本市其他县（模拟，人）',
      en: 'Left for another county of the city, simulated (persons)',
    },
    leftForCity: { zh: '当年转出到本市其他县（人）', en: 'Left for another county of the city (persons)' },
    leftSoFar: { zh: '累计由本县村籍转为城镇（人）', en: 'Left the village register of this county so far (persons)' },
    settledSoFar: { zh: '累计落户，含城镇户籍迁入（人）', en: 'Settled so far, town registers included (persons)' },
    ruralSoFar: { zh: '累计农村户籍落户（人）', en: 'Settled from village registers so far (persons)' },
    ruralShare: { zh: '农村户籍落户者占比', en: 'Part from village registers' },
    settledStock: inPersons(words.budgetLines.settled),
  },
  money: {
    grossYuan: words.budgetLines.gross,
    alreadyBorneYuan: ofIt(words.budgetLines.borne),
    arrivalYuan: words.budgetLines.running,
    originSavingYuan: words.budgetLines.saving,
    netYuan: { zh: '净增', en: 'Net' },
  },
};
type PersonLine = keyof typeof say.persons;
type MoneyLine = keyof typeof say.money;
const moneyLines = Object.keys(say.money) as MoneyLine[];
const measured = ['leftForCity', 'settledStock'] as const;
const cityPersons = [
  'settledSoFar',
  'sameCitySimulated',
  'arrivals',
  'leftForCity',
  'settledStock',
] as const satisfies readonly PersonLine[];

/** By area (`city` too) and year; money in 10,000 yuan. */
export interface LedgerPage {
  readonly sheet: Sheet;
  readonly persons: (line: PersonLine, area: string, year: number) => Cell;
  readonly money: (line: MoneyLine, level: Level, area: string, year: number) => Cell;
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
  const sheet = newSheet(text(say.name), 'result', [14, 12, 34, ...years.map(() => 10)], {
    titleRow: FIRST_ROW,
    titleColumns: 3,
  });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW + 1, 3);
  // the city stands on top and adds up the counties below it
  const ofCity = yearTable(years, sheet, FIRST_ROW);
  ofCity.head([text(words.area), text(say.level), text(words.item)]);
  const ofCounties = yearTable(years, sheet, FIRST_ROW + 1 + cityPersons.length + levels.length * moneyLines.length);
  const found = new Map(result.ledger.map((row) => [`${row.area} ${row.level} ${row.year}`, row]));
  const kept = new Map<string, readonly Cell[]>();
  const at = (key: string, area: string, i: number): Cell => kept.get(`${key} ${area}`)![i];
  const [city] = allAreas(context);
  const modelOf = (key: keyof LedgerRow, level: Level, area: string, year: number): number =>
    found.get(`${area} ${level} ${year}`)![key] as number;
  type Area = (typeof counts.areas)[number] | typeof city;
  const put = (
    area: Pick<Area, 'code' | 'name'>,
    key: string,
    names: readonly [string, string],
    format: Format,
    content: (year: number, i: number, before: readonly Cell[]) => Content,
    expected?: (year: number) => number | undefined,
  ) =>
    kept.set(
      `${key} ${area.code}`,
      (area.code === city.code ? ofCity : ofCounties).line({
        names: [text(area.name), ...names],
        format,
        role: key.startsWith('netYuan') ? 'total' : 'body',
        content,
        ...(expected ? { expected } : {}),
      }),
    );
  const persons = (
    area: Pick<Area, 'code' | 'name'>,
    key: PersonLine,
    content: (year: number, i: number, before: readonly Cell[]) => Content,
  ) => {
    const known = measured.find((each) => each === key);
    put(
      area,
      key,
      ['', text(say.persons[key])],
      key === 'ruralShare' ? 'share' : 'persons',
      content,
      known && ((year) => modelOf(known, 'local', area.code, year)),
    );
  };
  const money = (
    area: Pick<Area, 'code' | 'name'>,
    level: Level,
    key: MoneyLine,
    content: (year: number, i: number) => Expression,
  ) =>
    put(area, `${key} ${level}`, [text(words.levels[level]), text(say.money[key])], 'money', content, (year) =>
      inMoney(modelOf(key, level, area.code, year)),
    );

  persons(city, 'settledSoFar', (_, i) => {
    const soFar = years.slice(0, i + 1).reduce((sum, year) => sum + means.of('city', year, 'settled_persons'), 0);
    return figure(soFar, 'simulated');
  });
  const stock = (area: string, year: number) => of(served.count(area, 'residents', 'settled', year));
  const stillThere = (year: number, i: number) => ratio(stock('city', year), of(at('settledSoFar', 'city', i)));
  persons(city, 'sameCitySimulated', (year) => figure(means.of('city', year, 'award_settlers.same_city'), 'simulated'));
  /** Movements between counties follow the settlers from other counties of the city, stated over simulated. */
  const moved = (year: number, i: number, simulated: Expression): Expression =>
    means.of('city', year, 'award_settlers.same_city') > 0
      ? times(
          simulated,
          ratio(of(settlers.count('city', year, 'settlers.same_city')), of(at('sameCitySimulated', 'city', i))),
        )
      : simulated;
  const originCost = (payers: readonly Payer[], year: number) => {
    const { ofRegister } = settled;
    const paidThere = added(
      payers.map((payer) =>
        minus(of(ofRegister('village', payer, 'city', year)), of(ofRegister('permit', payer, 'city', year))),
      ),
    );
    return ratio(paidThere, stock('city', year));
  };
  const single = levels.filter((level) => levelPayers[level].length === 1);
  for (const area of counts.areas) {
    const { code } = area;
    persons(area, 'arrivals', (year) => added(tiers.map((tier) => of(settlers.count(code, year, `settlers.${tier}`)))));
    persons(area, 'leftSimulated', (year) =>
      figure(means.of(code, year, 'award_settlers.left_for_other_county'), 'simulated'),
    );
    persons(area, 'leftForCity', (year, i) => moved(year, i, of(at('leftSimulated', code, i))));
    persons(area, 'leftSoFar', (year, i, before) => {
      const now = plus(of(at('leftForCity', code, i)), of(settlers.count(code, year, 'settlers.same_county')));
      return i === 0 ? now : plus(of(before[i - 1]), now);
    });
    persons(area, 'settledSoFar', (_, i) => {
      const soFar = years.slice(0, i + 1).reduce((sum, year) => sum + means.of(code, year, 'settled_persons'), 0);
      return figure(soFar, 'simulated');
    });
    persons(area, 'ruralSoFar', (_, i, before) => {
      const now = of(at('arrivals', code, i));
      return i === 0 ? now : plus(of(before[i - 1]), now);
    });
    persons(area, 'ruralShare', (_, i) => ratio(of(at('ruralSoFar', code, i)), of(at('settledSoFar', code, i))));
    const share = (i: number) => of(at('ruralShare', code, i));
    persons(area, 'settledStock', (year, i) => times(share(i), stock(code, year)));
    for (const level of single) {
      const [payer] = levelPayers[level];
      money(area, level, 'grossYuan', (year, i) => times(share(i), of(settled.cost('settled', payer, code, year))));
      money(area, level, 'alreadyBorneYuan', (year, i) =>
        times(share(i), of(settled.cost('permit', payer, code, year))),
      );
      const line = (key: MoneyLine, i: number) => of(at(`${key} ${level}`, code, i));
      money(area, level, 'arrivalYuan', (_, i) => minus(line('grossYuan', i), line('alreadyBorneYuan', i)));
      money(area, level, 'originSavingYuan', (year, i) =>
        times(of(at('leftSoFar', code, i)), stillThere(year, i), originCost([payer], year)),
      );
      money(area, level, 'netYuan', (_, i) => minus(line('arrivalYuan', i), line('originSavingYuan', i)));
    }
    for (const key of moneyLines)
      money(area, 'local', key, (_, i) =>
        added((['city', 'county'] as const).map((level) => of(at(`${key} ${level}`, code, i)))),
      );
  }
  const summed = (key: string) => (_: number, i: number) => added(counts.areas.map(({ code }) => of(at(key, code, i))));
  for (const key of ['arrivals', 'leftForCity', 'settledStock'] as const) persons(city, key, summed(key));
  for (const level of levels) for (const key of moneyLines) money(city, level, key, summed(`${key} ${level}`));
  return {
    sheet,
    persons: (key, area, year) => at(key, area, years.indexOf(year)),
    money: (key, level, area, year) => at(`${key} ${level}`, area, years.indexOf(year)),
  };
}
