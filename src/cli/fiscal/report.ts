import { max, min, sum } from 'd3-array';
import { awardForms, type FiscalResult, families, REFERENCE_FAMILY } from '../../fiscal/index.ts';
import { inEach, type Language, type Localized, marks } from '../../language/language.ts';
import { awardTierNames, formNames, budgetLines as lines } from '../../report/fiscal/labels.ts';
import { yuan } from '../../report/fiscal/money.ts';
import { plainTable } from '../plain-table.ts';
import { fiscalMessages as say } from './messages.ts';

const WAN = 1e4;
const number = (value: number, digits = 0): string =>
  Number.isNaN(value)
    ? '–'
    : value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const wan = (value: number): string => number(value / WAN);

/** The headline of the fiscal tables: the budget years, one person, the counties, and what hangs on the definition. */
export function fiscalReport(result: FiscalResult, lang: Language): string {
  const { counts, coefficients } = result;
  const assumed = coefficients.filter(({ mark }) => mark === 'assumption').length;
  return [
    `${say.title(counts.run.cityName, counts.run.scenario)[lang]}`,
    budgetTable(result, lang),
    '',
    newSettler(result, lang),
    onePerson(result, lang),
    betweenCounties(result, lang),
    byDefinition(result, lang),
    ...lifetimes(result, lang),
    say.assumed(assumed, coefficients.length)[lang],
  ].join('\n');
}

/** The budget years of one level of government, settlers' part against settlers' cost and children's against children's. */
function budgetTable(result: FiscalResult, lang: Language): string {
  const rows = result.budget.rows.filter(
    (row) => row.area === 'city' && row.level === 'local' && inBudget(result, row.year),
  );
  const line = (label: string, of: (row: (typeof rows)[number]) => string): string[] => [label, ...rows.map(of)];
  const part = (which: 'settlers' | 'schooling', award: Localized, cover: Localized): string[][] =>
    awardForms.flatMap((form) => {
      const named = (of: Localized): string => say.byForm(of, formNames[form])[lang];
      const amount = (label: Localized, of: 'awardYuan' | 'gapYuan' | 'surplusYuan') =>
        line(named(label), (row) => wan(row[which][of][form]));
      return [
        amount(award, 'awardYuan'),
        amount(lines.gap, 'gapYuan'),
        amount(lines.surplus, 'surplusYuan'),
        line(say.cover(cover, formNames[form])[lang], (row) => number(row[which].coverPercent[form], 1)),
      ];
    });
  return plainTable(
    [say.unit()[lang], ...rows.map(({ year }) => String(year))],
    [
      line(say.persons(lines.settled)[lang], (row) => number(row.settledPersons)),
      line(lines.gross[lang], (row) => wan(row.grossYuan)),
      line(`  ${say.ofIt(lines.borne)[lang]}`, (row) => wan(row.alreadyBorneYuan)),
      line(lines.running[lang], (row) => wan(row.runningYuan)),
      line(lines.saving[lang], (row) => wan(row.originSavingYuan)),
      line(lines.building[lang], (row) => wan(row.buildingYuan)),
      line(lines.net[lang], (row) => wan(row.settlers.costYuan)),
      ...part('settlers', lines.settlersAward, lines.cover),
      line(say.persons(lines.children)[lang], (row) => number(row.children)),
      line(lines.childrenCost[lang], (row) => wan(row.schooling.costYuan)),
      ...part('schooling', lines.childrenAward, lines.childrenCover),
    ],
  );
}

/** What one more settler brings in the first budget year, by tier. */
function newSettler({ award, budget, years }: FiscalResult, lang: Language): string {
  const settled = years.includes(budget.from) ? budget.from : years.at(-1)!;
  const rows = award.newSettler.filter((row) => row.form === 'envelope' && row.settled === settled);
  const told = inEach((each) =>
    rows
      .map(({ tier, firstYuan, allYuan }) => `${awardTierNames[tier][each]} ${number(firstYuan)} / ${number(allYuan)}`)
      .join(marks.comma[each]),
  );
  return say.newSettler(settled, award.steps, told)[lang];
}

function onePerson({ perPerson, budget }: FiscalResult, lang: Language): string {
  const rows = perPerson.filter(({ year }) => year === budget.from);
  if (rows.length === 0) return say.nobodySettled()[lang];
  // whole yuan as shown: what a reader subtracts is what is said
  const settled = Math.round(sum(rows, (row) => row.settledPublic));
  const permit = Math.round(sum(rows, (row) => row.asPermitPublic));
  return say.perPerson(budget.from, number(settled), number(permit), number(settled - permit))[lang];
}

const inBudget = ({ budget }: FiscalResult, year: number): boolean => year >= budget.from && year <= budget.to;

function betweenCounties(result: FiscalResult, lang: Language): string {
  const rows = result.ledger.filter(
    ({ area, level, year }) => area === 'city' && level === 'local' && inBudget(result, year),
  );
  const [arrival, saving, net] = [
    sum(rows, (row) => row.arrivalYuan),
    sum(rows, (row) => row.originSavingYuan),
    sum(rows, (row) => row.netYuan),
  ];
  return say.between(yuan(arrival, lang), yuan(saving, lang), yuan(net, lang))[lang];
}

function byDefinition(result: FiscalResult, lang: Language): string {
  const rows = result.definitions.filter(({ year }) => inBudget(result, year));
  const lawful = rows.find((row) => row.lawful)!;
  const others = [...new Set(rows.filter((row) => !row.lawful).map(({ id }) => id))].map((id) =>
    sum(rows, (row) => (row.id === id ? row.awardYuan.envelope : 0)),
  );
  const [least, most] = [min(others)!, max(others)!].map((value, _, both) => yuan(value, lang, both));
  return say.definition(lawful.name, least, most)[lang];
}

function lifetimes({ comparison, lifetime }: FiscalResult, lang: Language): string[] {
  const { settled, added } = lifetime.families.find(({ id }) => id === REFERENCE_FAMILY)!;
  const { ages } = families.find(({ id }) => id === REFERENCE_FAMILY)!;
  const head = (yuan: number): string => number(yuan / ages.length);
  const totals = comparison
    .filter(({ component, unit }) => component.en.startsWith('public cost, total') && unit.startsWith('yuan per'))
    .map(({ atPriceYear }) => atPriceYear);
  return totals.length === 0
    ? []
    : [say.lifetime(number(min(totals)!), number(max(totals)!), head(settled), head(added))[lang]];
}
