import { covers } from './areas.ts';
import { dayOfYear, daysInYear, yearOf } from './calendar.ts';
import type { PolicyDocument } from './document.ts';
import type { Law, LawBook, LeverName, Route, YearOfLaw } from './law.ts';
import { LEVER_GROUPS, leverNames } from './law.ts';
import { lawOf } from './law-of.ts';
import { type DatedRule, type LawOptions, type SelectedRules, selectRules } from './select-rules.ts';

/**
 * Makes the law of a run from documents as data:
 * 1 the rules in force and the clauses tried, 2 for each area the days on which something changes,
 * 3 the law of each stretch between them, 4 a table by year.
 * @throws InputError for an unknown document, clause, reading or day
 */
export function compileLawBook(documents: readonly PolicyDocument[], options: LawOptions): LawBook {
  // 1
  const { selected, routes, lawOn } = lawsOf(documents, options);
  const changes = changeDays(selected);
  const firstYear = changes.length > 0 ? yearOf(changes[0] as string) - 1 : 0;
  const years = changes.length > 0 ? yearOf(changes[changes.length - 1] as string) + 1 - firstYear + 1 : 1;

  // 2-4
  const book = options.areas.map(({ code }) => {
    const table: YearOfLaw[] = [];
    for (let year = firstYear; year < firstYear + years; year++) {
      const inYear = changes.filter((day) => yearOf(day) === year);
      const starts = [`${year}-01-01`, ...inYear.filter((day) => dayOfYear(day) > 1)];
      table.push({ days: starts.map(dayOfYear), laws: starts.map((day) => lawOn(code, day)) });
    }
    let levers: Float64Array | null = null;
    return { table, levers: () => (levers ??= leverMeans(table, firstYear)) };
  });
  const yearIndex = (year: number): number => Math.min(Math.max(year - firstYear, 0), years - 1);
  const meanOf = (area: number, year: number, lever: LeverName, group: number): number => {
    const levers = (book[area] as (typeof book)[number]).levers();
    return levers[(yearIndex(year) * leverNames.length + leverNames.indexOf(lever)) * MEANS + group] as number;
  };

  const ofYear = (area: number, year: number): YearOfLaw =>
    (book[area] as (typeof book)[number]).table[yearIndex(year)] as YearOfLaw;

  return {
    routes: [...routes.values()],
    ofYear,
    on(area, year, day) {
      const { days, laws } = ofYear(area, year);
      let i = days.length - 1;
      while (day < (days[i] as number) && i > 0) i--;
      return laws[i] as Law;
    },
    lever: (area, year, lever) => meanOf(area, year, lever, LEVER_GROUPS),
    leverFor: meanOf,
  };
}

/** The law of the first area on one day, without making that of others: the same as `compileLawBook(..).on(0, ..)`. */
export const lawOnDay = (documents: readonly PolicyDocument[], options: LawOptions, day: string): Law =>
  lawsOf(documents, options).lawOn((options.areas[0] as { code: string }).code, day);

interface Laws {
  readonly selected: SelectedRules;
  /** Routes of the laws made so far, in the order in which they first came up. */
  readonly routes: ReadonlyMap<string, Route>;
  /** The law of an area on a day; the same object where the same rules hold. */
  readonly lawOn: (code: string, day: string) => Law;
}

function lawsOf(documents: readonly PolicyDocument[], options: LawOptions): Laws {
  const selected = selectRules(documents, options);
  const routes = new Map<string, Route>();
  const laws = new Map<string, Law>();
  // what holds on a day is the same in all areas but for where it holds
  const onDay = new Map<string, readonly number[]>();
  const inArea = new Map<string, readonly boolean[]>();
  const lawOn = (code: string, day: string): Law => {
    const holding = onDay.get(day) ?? rulesInForce(selected, day);
    onDay.set(day, holding);
    const covered = inArea.get(code) ?? selected.rules.map(({ where }) => covers(where, code));
    inArea.set(code, covered);
    const active = holding.filter((i) => covered[i]);
    const key = `${active.join(' ')}${namesDistrict(selected, active, code) ? ' district' : ''}`;
    let law = laws.get(key);
    if (!law) {
      const rules = active.map((i) => selected.rules[i] as DatedRule);
      const { without } = selected;
      law = lawOf(rules, { code, documents, without, exploreStrength: options.exploreStrength ?? 0, routes });
      laws.set(key, law);
    }
    return law;
  };
  return { selected, routes, lawOn };
}

/** Days on which any rule begins or ends, sorted. */
function changeDays({ rules, replacements }: SelectedRules): string[] {
  const days = new Set<string>();
  for (const { from, until } of rules) {
    days.add(from);
    if (until !== null) days.add(until);
  }
  for (const { from } of replacements) days.add(from);
  return [...days].sort();
}

/** Places in `rules` of those that hold on a day, wherever they do, in the order of the law. */
function rulesInForce({ rules, replacements }: SelectedRules, day: string): number[] {
  const replaced = new Set(replacements.filter((r) => r.from <= day).map((r) => r.document));
  const holds = ({ rule, document, from, until, added }: DatedRule): boolean =>
    from <= day && (until === null || day < until) && (rule.rule !== 'route' || added || !replaced.has(document));
  return rules.flatMap((rule, i) => (holds(rule) ? [i] : []));
}

/** Whether a permit rule names this district: besides the rules in force the only thing in which two areas' laws differ. */
const namesDistrict = ({ rules }: SelectedRules, active: readonly number[], code: string): boolean =>
  active.some((i) => {
    const { rule } = rules[i] as DatedRule;
    return rule.rule === 'permit' && rule.notBetween.includes(code);
  });

/** Means kept of each lever and year: those of the groups, then that of the people it reaches most. */
const MEANS = LEVER_GROUPS + 1;

/** Day-weighted mean strength of every lever in every year: [year][lever][group, then the strongest]. */
function leverMeans(table: readonly YearOfLaw[], firstYear: number): Float64Array {
  const means = new Float64Array(table.length * leverNames.length * MEANS);
  table.forEach(({ days, laws }, y) => {
    const length = daysInYear(firstYear + y);
    const daysOf = (i: number): number => (days[i + 1] ?? length + 1) - (days[i] as number);
    leverNames.forEach((lever, l) => {
      for (let group = 0; group < MEANS; group++) {
        const strength = (law: Law): number => (group < LEVER_GROUPS ? law.reach[lever][group] : law.levers[lever]);
        const sum = laws.reduce((total, law, i) => total + strength(law) * daysOf(i), 0);
        means[(y * leverNames.length + l) * MEANS + group] = sum / length;
      }
    });
  });
  return means;
}
