import {
  type AwardForm,
  awardForms,
  type Balance,
  type BudgetRow,
  groups,
  type LocalLevel,
  levelPayers,
  localLevels,
  type Payer,
} from '../../../fiscal/result.ts';
import type { Localized } from '../../../language/language.ts';
import { schoolStages } from '../../../population/codes.ts';
import { added, ratio } from '../arithmetic.ts';
import { freeze, newSheet } from '../build.ts';
import { allAreas, type Context, FIRST_ROW, type NamedArea, putHead } from '../context.ts';
import { choose, constant, largest, minus, of, plus, times } from '../expression.ts';
import { inMoney, moneyOf } from '../money.ts';
import type { Cell, Expression, Format, Role, Sheet } from '../sheet.ts';
import { inPersons, ofIt, words } from '../words.ts';
import { type YearTable, yearTable } from '../year-table.ts';
import type { AwardCalculationPage } from './award-calculation.ts';
import type { CoefficientsPage } from './coefficients.ts';
import type { CostsPage } from './costs.ts';
import type { InputsPage } from './inputs.ts';
import type { LedgerPage } from './ledger.ts';
import type { OtherMoneyPage } from './other-money.ts';
import type { SchoolsPage } from './schools.ts';
import type { ServedPage } from './served.ts';
import type { SettlersPage } from './settlers.ts';
import type { StandardsPage } from './standards.ts';

const say = {
  name: { zh: '预算', en: 'Budget' },
  title: {
    zh: '分级次预算：落户净支出与奖励资金',
    en: 'Budget by level of government: net cost of settling and the award',
  },
  subtitle: {
    zh: '万元，现价。市县合计、市本级、县级各一张表，不相混；只计由农村户籍落户者，已减迁出地减少的支出；落户部分奖励对落户净支出，随迁子女部分奖励对其教育支出。有余列结余，不足列缺口。',
    en: "10,000 yuan, current prices. City and counties together, the city's own budget and the counties' apart; only those settled from village registers, net of what is saved where they left; the settlers' part of the award against their net cost, the children's part against the cost of their schooling. What is over is a surplus, what is short a gap.",
  },
  shares: { zh: '占一般公共预算收入', en: 'Over general budget revenue' },
  revenue: { zh: '一般公共预算收入', en: 'General budget revenue' },
  settlersOfRevenue: { zh: '落户净支出占一般公共预算收入', en: 'Net cost of settling over general budget revenue' },
  schoolingOfRevenue: {
    zh: '随迁子女教育支出占一般公共预算收入',
    en: 'Schooling of accompanying children over general budget revenue',
  },
  byCounty: (level: Localized) => ({ zh: `分县：${level.zh}`, en: `By county: ${level.en.toLowerCase()}` }),
};
const lines = words.budgetLines;

/** Lines by level, area and year, 10,000 yuan; shares are shares. */
type Line =
  | 'settled'
  | 'gross'
  | 'borne'
  | 'running'
  | 'saving'
  | 'building'
  | 'net'
  | 'children'
  | 'schooling'
  | 'childrenBuilding'
  | 'childrenCost';
type FormLine =
  | 'settlersAward'
  | 'gap'
  | 'surplus'
  | 'cover'
  | 'childrenAward'
  | 'childrenGap'
  | 'childrenSurplus'
  | 'childrenCover';

/** By level, area (`city` too) and year, 10,000 yuan. */
export interface BudgetPage {
  readonly sheet: Sheet;
  readonly line: (line: Line, level: LocalLevel, area: string, year: number) => Cell;
  readonly formLine: (line: FormLine, form: AwardForm, level: LocalLevel, area: string, year: number) => Cell;
  readonly debtService: (year: number) => Cell;
  readonly share: (of: 'settlers' | 'schooling', year: number) => Cell;
}

interface BudgetParts {
  readonly coefficients: CoefficientsPage;
  readonly inputs: InputsPage;
  readonly settlers: SettlersPage;
  readonly steps: AwardCalculationPage;
  readonly standards: StandardsPage;
  readonly ledger: LedgerPage;
  readonly costs: CostsPage;
  readonly schools: SchoolsPage;
  readonly served: ServedPage;
  readonly other: OtherMoneyPage;
}

interface Kept {
  readonly context: Context;
  readonly parts: BudgetParts;
  readonly cells: Map<string, readonly Cell[]>;
  readonly found: ReadonlyMap<string, BudgetRow>;
}

const compulsory = ['primary', 'junior'] as const;

/**
 *   1 the whole city at each local level: settlers and their part of the award, children and theirs
 *   2 debt service and shares of the budget revenue
 *   3 the same lines county by county, level by level
 */
export function budgetPage(context: Context, parts: BudgetParts): BudgetPage {
  const { result, say: text } = context;
  const { years, budget, counts } = result;
  const sheet = newSheet(text(say.name), 'result', [14, 42, ...years.map(() => 11)], {
    titleRow: FIRST_ROW,
    titleColumns: 2,
  });
  putHead(context, sheet, text(say.title), text(say.subtitle));
  freeze(sheet, FIRST_ROW + 1, 2);
  const found = new Map(budget.rows.map((row) => [`${row.level} ${row.area} ${row.year}`, row]));
  const cells = new Map<string, readonly Cell[]>();
  const kept = { context, parts, cells, found };
  const [city] = allAreas(context);

  const top = yearTable(years, sheet, FIRST_ROW);
  top.head([text(words.area), text(words.item)]);
  const ofCity = LINES * localLevels.length + localLevels.length;
  const shares = yearTable(years, sheet, FIRST_ROW + 1 + ofCity);
  const below = yearTable(years, sheet, FIRST_ROW + 1 + ofCity + 5);
  for (const level of localLevels) {
    sheet.breaks.push(below.row() - 1);
    below.section(text(say.byCounty(words.levels[level])));
    for (const area of counts.areas) putArea(kept, below, level, area);
  }
  for (const level of localLevels) {
    top.section(text(words.levels[level]));
    putArea(kept, top, level, city);
  }
  const at = (key: string, level: LocalLevel, area: string, year: number): Cell =>
    cells.get(`${key} ${level} ${area}`)![years.indexOf(year)];
  const debt = putShares(context, parts, shares, at);
  return {
    sheet,
    line: at,
    formLine: (line, form, level, area, year) => at(`${line} ${form}`, level, area, year),
    ...debt,
  };
}

/** Lines of an area: eleven and eight of each form. */
const LINES = 11 + 8 * awardForms.length;

function putArea(kept: Kept, table: YearTable, level: LocalLevel, area: NamedArea): void {
  const { context, cells, found } = kept;
  const { say: text, result } = context;
  const { counts } = result;
  const { code } = area;
  const at = (key: string, i: number): Expression => of(cells.get(`${key} ${level} ${code}`)![i]);
  const summed = (key: string, i: number) =>
    added(counts.areas.map((each) => of(cells.get(`${key} ${level} ${each.code}`)![i])));
  const put = (
    key: string,
    name: string,
    format: Format,
    content: (year: number, i: number) => Expression,
    expected: (row: BudgetRow) => number,
    role: Role = 'body',
    ownOfCity = false,
  ) =>
    cells.set(
      `${key} ${level} ${code}`,
      table.line({
        names: [text(area.name), name],
        format,
        role,
        content: (year, i) => (code === 'city' && !ownOfCity ? summed(key, i) : content(year, i)),
        expected: (year) => {
          const value = expected(found.get(`${level} ${code} ${year}`)!);
          return Number.isNaN(value) ? undefined : value;
        },
      }),
    );
  const own = linesOf(kept, level, code);
  const line = (
    key: Line,
    named: Localized,
    format: Format,
    content: (year: number, i: number) => Expression,
    expected: (row: BudgetRow) => number,
    role: Role = 'body',
  ) =>
    put(
      key,
      text(named),
      format,
      content,
      (row) => (format === 'money' ? inMoney(expected(row)) : expected(row)),
      role,
    );
  line('settled', inPersons(lines.settled), 'persons', own.settled, (row) => row.settledPersons);
  line('gross', lines.gross, 'money', own.ledger('grossYuan'), (row) => row.grossYuan);
  line('borne', ofIt(lines.borne), 'money', own.ledger('alreadyBorneYuan'), (row) => row.alreadyBorneYuan);
  line('running', lines.running, 'money', own.ledger('arrivalYuan'), (row) => row.runningYuan);
  line('saving', lines.saving, 'money', own.ledger('originSavingYuan'), (row) => row.originSavingYuan);
  line('building', lines.building, 'money', own.building, (row) => row.buildingYuan);
  line(
    'net',
    lines.net,
    'money',
    (_, i) => plus(minus(at('running', i), at('saving', i)), at('building', i)),
    (row) => row.settlers.costYuan,
    'total',
  );
  putBalance(kept, put, at, own.award('settlers'), {
    award: 'settlersAward',
    cost: 'net',
    keys: ['gap', 'surplus', 'cover'],
    names: [lines.settlersAward, lines.gap, lines.surplus, lines.cover],
    of: (row) => row.settlers,
  });
  line('children', inPersons(lines.children), 'persons', own.children, (row) => row.children);
  line('schooling', lines.schooling, 'money', own.schooling, (row) => row.schoolingYuan);
  line('childrenBuilding', lines.childrenBuilding, 'money', own.childrenBuilding, (row) => row.childrenBuildingYuan);
  line(
    'childrenCost',
    lines.childrenCost,
    'money',
    (_, i) => plus(at('schooling', i), at('childrenBuilding', i)),
    (row) => row.schooling.costYuan,
    'total',
  );
  putBalance(kept, put, at, own.award('children'), {
    award: 'childrenAward',
    cost: 'childrenCost',
    keys: ['childrenGap', 'childrenSurplus', 'childrenCover'],
    names: [lines.childrenAward, lines.gap, lines.surplus, lines.childrenCover],
    of: (row) => row.schooling,
  });
}

interface BalanceLines {
  readonly award: FormLine;
  readonly cost: Line;
  readonly keys: readonly [gap: FormLine, surplus: FormLine, cover: FormLine];
  readonly names: readonly [award: Localized, gap: Localized, surplus: Localized, cover: Localized];
  readonly of: (row: BudgetRow) => Balance;
}

/** Award, gap, surplus and cover of each form. */
function putBalance(
  { context: { say: text } }: Kept,
  put: (
    key: string,
    name: string,
    format: Format,
    content: (year: number, i: number) => Expression,
    expected: (row: BudgetRow) => number,
    role?: Role,
    ownOfCity?: boolean,
  ) => void,
  at: (key: string, i: number) => Expression,
  award: (form: AwardForm) => (year: number, i: number) => Expression,
  { award: key, cost, keys: [gap, surplus, cover], names, of: part }: BalanceLines,
): void {
  for (const form of awardForms) {
    const name = (said: Localized) => `${text(words.formsShort[form])}${text(words.colon)}${text(said)}`;
    const given = (i: number) => at(`${key} ${form}`, i);
    const wan = (of: (row: Balance) => number) => (row: BudgetRow) => inMoney(of(part(row)));
    put(
      `${key} ${form}`,
      name(names[0]),
      'money',
      award(form),
      wan((row) => row.awardYuan[form]),
      'total',
    );
    put(
      `${gap} ${form}`,
      name(names[1]),
      'money',
      (_, i) => largest(constant(0), minus(at(cost, i), given(i))),
      wan((row) => row.gapYuan[form]),
      'body',
      true,
    );
    put(
      `${surplus} ${form}`,
      name(names[2]),
      'money',
      (_, i) => largest(constant(0), minus(given(i), at(cost, i))),
      wan((row) => row.surplusYuan[form]),
      'body',
      true,
    );
    put(
      `${cover} ${form}`,
      name(names[3]),
      'share',
      (_, i) => ratio(given(i), at(cost, i)),
      (row) => part(row).coverPercent[form] / 100,
      'body',
      true,
    );
  }
}

/** What the lines of a county are worked out from. */
function linesOf({ context, parts }: Kept, level: LocalLevel, area: string) {
  const { coefficients, inputs, settlers, steps, standards, ledger, costs, schools, served } = parts;
  const payers = levelPayers[level];
  const kept = coefficients.of('award.city_level_share');
  const received = (part: 'settlers' | 'children') => (form: AwardForm) => (year: number) => {
    const central = part === 'settlers' ? (['settlers', 'permits'] as const) : (['children'] as const);
    const computed = times(
      plus(constant(1), coefficients.of('award.provincial_match')),
      added(central.map((each) => of(steps.part(form, each, area, year)))),
    );
    const all = inputs.or(area, `received.${part}`, year, computed);
    if (level === 'local') return all;
    return times(all, level === 'city' ? kept : minus(constant(1), kept));
  };
  /** Building of an item by one payer, 10,000 yuan. */
  const built = (item: string, payer: Payer, year: number): Expression =>
    added(
      standards.accounts
        .filter((account) => account.payer === payer)
        .filter((account) =>
          context.result.items
            .find(({ id }) => id === item)!
            .shares.some((share) => share.payer === payer && share.budget === account.budget),
        )
        .map((account) => times(of(costs.item(item, area, year)), of(standards.share(item, account)))),
    );
  const allBuilt = (item: string, year: number) => added(payers.map((payer) => built(item, payer, year)));
  const settled = (counter: string, year: number) => of(served.count(area, counter, 'settled', year));
  const childrenOf = (year: number) => of(settlers.count(area, year, 'children'));
  /** Children of a stage: as among pupils off their register, or among all in towns where there are none. */
  const ofStage = (stage: (typeof compulsory)[number], year: number): Expression => {
    const off = (each: string) =>
      plus(of(served.count(area, each, 'permit', year)), of(served.count(area, each, 'other', year)));
    const town = (each: (typeof compulsory)[number]) => of(schools.line(each, 'townPupils', area, year));
    const part = (count: (each: (typeof compulsory)[number]) => Expression): Expression => {
      const whole = added(compulsory.map(count));
      const primary = choose(whole, '>', constant(0), ratio(count('primary'), whole), constant(1));
      return stage === 'primary' ? primary : minus(constant(1), primary);
    };
    const offAll = added(compulsory.map(off));
    return times(childrenOf(year), choose(offAll, '>', constant(0), part(off), part(town)));
  };
  /** What a pupil of a stage costs the payers of the level, 10,000 yuan. */
  const pupil = (stage: (typeof compulsory)[number], year: number): Expression =>
    moneyOf(
      added(
        context.result.items
          .filter((item) => item.service === stage && item.kind === 'operating')
          .flatMap((item) =>
            standards.accounts
              .filter(
                ({ payer, budget }) =>
                  payers.includes(payer) &&
                  item.shares.some((share) => share.payer === payer && share.budget === budget),
              )
              .map((account) => times(of(standards.standard(item.id, year)), of(standards.share(item.id, account)))),
          ),
      ),
    );
  return {
    settled: (year: number) => of(ledger.persons('settledStock', area, year)),
    ledger: (line: Parameters<LedgerPage['money']>[0]) => (year: number) => of(ledger.money(line, level, area, year)),
    building: (year: number) => {
      const seats = schoolStages.map((stage) =>
        times(
          allBuilt(`${stage}_seats`, year),
          ratio(settled(stage, year), of(schools.line(stage, 'townPupils', area, year))),
        ),
      );
      const tenants = added(groups.map((group) => of(served.count(area, 'public_rental', group, year))));
      const dwellings = times(allBuilt('rental_building', year), ratio(settled('public_rental', year), tenants));
      return times(of(ledger.persons('ruralShare', area, year)), added([...seats, dwellings]));
    },
    award: received,
    children: childrenOf,
    schooling: (year: number) => added(compulsory.map((stage) => times(ofStage(stage, year), pupil(stage, year)))),
    childrenBuilding: (year: number) =>
      added(
        compulsory.map((stage) =>
          times(
            allBuilt(`${stage}_seats`, year),
            ratio(ofStage(stage, year), of(schools.line(stage, 'townPupils', area, year))),
          ),
        ),
      ),
  };
}

/** Debt service and what the two costs are of the budget revenue. */
function putShares(
  { result, say: text }: Context,
  { other, coefficients }: BudgetParts,
  table: YearTable,
  at: (key: Line, level: LocalLevel, area: string, year: number) => Cell,
): Pick<BudgetPage, 'debtService' | 'share'> {
  const { years, budget } = result;
  const found = new Map(budget.city.map((row) => [row.year, row]));
  const name = text(words.levels.local);
  table.section(text(say.shares));
  const debt = table.line({
    names: [name, text(lines.debt)],
    format: 'money',
    content: (year) => plus(of(other.debt('interest', year)), of(other.debt('principal', year))),
    expected: (year) => inMoney(found.get(year)!.debtServiceYuan),
  });
  const revenue = table.line({
    names: [name, text(say.revenue)],
    format: 'money',
    content: (year) => moneyOf(coefficients.dated('debt.revenue', year)),
    expected: (year) => inMoney(found.get(year)!.revenueYuan),
  });
  const share = (key: Line, named: Localized, expected: (row: (typeof budget.city)[number]) => number) =>
    table.line({
      names: [name, text(named)],
      format: 'share',
      content: (year, i) => ratio(of(at(key, 'local', 'city', year)), of(revenue[i])),
      expected: (year) => expected(found.get(year)!) / 100,
    });
  const settlers = share('net', say.settlersOfRevenue, (row) => row.settlersOfRevenuePercent);
  const schooling = share('childrenCost', say.schoolingOfRevenue, (row) => row.schoolingOfRevenuePercent);
  return {
    debtService: (year) => debt[years.indexOf(year)],
    share: (part, year) => (part === 'settlers' ? settlers : schooling)[years.indexOf(year)],
  };
}
