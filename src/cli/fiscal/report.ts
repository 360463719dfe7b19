import { max, min, sum } from 'd3-array';
import { awardForms, type FiscalResult } from '../../fiscal/index.ts';
import type { Language } from '../../language/language.ts';
import { formNames, budgetLines as lines, partNames } from '../../report/fiscal/labels.ts';
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
    onePerson(result, lang),
    betweenCounties(result, lang),
    byDefinition(result, lang),
    ...lifetimes(result, lang),
    say.assumed(assumed, coefficients.length)[lang],
  ].join('\n');
}

function budgetTable({ budget, award }: FiscalResult, lang: Language): string {
  const { rows } = budget;
  const line = (label: string, of: (row: (typeof rows)[number]) => string): string[] => [label, ...rows.map(of)];
  const spread = (form: (typeof awardForms)[number], year: number): string => {
    const { p10, p90 } = award.intervals.find(
      (each) => each.form === form && each.area === 'city' && each.year === year,
    )!;
    return wan(p10) === wan(p90) ? '' : ` (${wan(p10)}–${wan(p90)})`;
  };
  const ofSettlers = (form: (typeof awardForms)[number], year: number): number =>
    sum(award.amounts, (row) =>
      row.form === form && row.area === 'city' && row.part === 'settlers' && row.year === year ? row.yuan : 0,
    );
  return plainTable(
    [say.unit()[lang], ...rows.map(({ year }) => String(year))],
    [
      line(say.persons(lines.settled)[lang], (row) => number(row.settledPersons)),
      line(lines.gross[lang], (row) => wan(row.grossYuan)),
      line(`  ${say.ofIt(lines.borne)[lang]}`, (row) => wan(row.alreadyBorneYuan)),
      line(lines.running[lang], (row) => wan(row.committedYuan)),
      line(lines.building[lang], (row) => wan(row.capitalYuan)),
      line(lines.added[lang], (row) => wan(row.committedYuan + row.capitalYuan)),
      ...awardForms.flatMap((form) => [
        line(say.award(lines.award, formNames[form])[lang], (row) => wan(row.awardYuan[form]) + spread(form, row.year)),
        line(`  ${say.ofIt(partNames.settlers)[lang]}`, (row) => wan(ofSettlers(form, row.year))),
      ]),
      ...awardForms.map((form) =>
        line(say.cover(lines.cover, formNames[form])[lang], (row) => number(row.coverOfCommitted[form], 1)),
      ),
      ...awardForms.map((form) => line(say.byForm(lines.gap, formNames[form])[lang], (row) => wan(row.gapYuan[form]))),
    ],
  );
}

function onePerson({ perPerson, budget }: FiscalResult, lang: Language): string {
  const rows = perPerson.filter(({ year }) => year === budget.from);
  // whole yuan as shown: what a reader subtracts is what is said
  const settled = Math.round(sum(rows, (row) => row.settledPublic));
  const permit = Math.round(sum(rows, (row) => row.asPermitPublic));
  return say.perPerson(budget.from, number(settled), number(permit), number(settled - permit))[lang];
}

const inBudget = ({ budget }: FiscalResult, year: number): boolean => year >= budget.from && year <= budget.to;

function betweenCounties(result: FiscalResult, lang: Language): string {
  const rows = result.ledger.filter(({ area, year }) => area === 'city' && inBudget(result, year));
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
  return say.definition(lawful.name, yuan(min(others)!, lang), yuan(max(others)!, lang))[lang];
}

function lifetimes({ comparison }: FiscalResult, lang: Language): string[] {
  const totals = comparison
    .filter(({ component, unit }) => component.en.startsWith('public cost, total') && unit.startsWith('yuan per'))
    .map(({ atPriceYear }) => atPriceYear);
  return totals.length === 0 ? [] : [say.lifetime(number(min(totals)!), number(max(totals)!))[lang]];
}
