import { covers } from './areas.ts';
import { dayOfYear, daysInYear, yearOf } from './calendar.ts';
import type { PolicyDocument } from './document.ts';
import type { Law, LawBook, LeverName, Route, YearOfLaw } from './law.ts';
import { leverNames } from './law.ts';
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
  const selected = selectRules(documents, options);
  const changes = changeDays(selected);
  const firstYear = changes.length > 0 ? yearOf(changes[0] as string) - 1 : 0;
  const years = changes.length > 0 ? yearOf(changes[changes.length - 1] as string) + 1 - firstYear + 1 : 1;

  const routes: Route[] = [];
  const inForce = changes.map((day) => rulesInForce(selected, day));
  const laws = new Map<string, Law>();
  /** Law of an area from a day of change until the next; before the first one, -1. */
  const lawFrom = (code: string, covered: readonly boolean[], change: number): Law => {
    const active = (inForce[change] ?? []).filter((i) => covered[i]);
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

  // 2-4
  const book = options.areas.map(({ code }) => {
    const covered = selected.rules.map(({ where }) => covers(where, code));
    const table: YearOfLaw[] = [];
    let law = lawFrom(code, covered, -1);
    let next = 0;
    for (let year = firstYear; year < firstYear + years; year++) {
      const [days, laws] = [[1], [law]];
      for (; next < changes.length && yearOf(changes[next] as string) === year; next++) {
        const day = dayOfYear(changes[next] as string);
        law = lawFrom(code, covered, next);
        if (day === 1) laws[0] = law;
        else {
          days.push(day);
          laws.push(law);
        }
      }
      table.push({ days, laws });
    }
    return { table, levers: leverMeans(table, firstYear) };
  });
  const yearIndex = (year: number): number => Math.min(Math.max(year - firstYear, 0), years - 1);

  const ofYear = (area: number, year: number): YearOfLaw =>
    (book[area] as (typeof book)[number]).table[yearIndex(year)] as YearOfLaw;
  return {
    routes,
    ofYear,
    on(area, year, day) {
      const { days, laws } = ofYear(area, year);
      let i = days.length - 1;
      while (day < (days[i] as number) && i > 0) i--;
      return laws[i] as Law;
    },
    lever(area, year, lever) {
      const { levers } = book[area] as (typeof book)[number];
      return levers[yearIndex(year) * leverNames.length + leverNames.indexOf(lever)] as number;
    },
  };
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

/** Day-weighted mean strength of every lever in every year: [year][lever]. */
function leverMeans(table: readonly YearOfLaw[], firstYear: number): Float64Array {
  const means = new Float64Array(table.length * leverNames.length);
  table.forEach(({ days, laws }, y) => {
    const length = daysInYear(firstYear + y);
    leverNames.forEach((lever: LeverName, l) => {
      let sum = 0;
      laws.forEach((law, i) => {
        sum += law.levers[lever] * ((days[i + 1] ?? length + 1) - (days[i] as number));
      });
      means[y * leverNames.length + l] = sum / length;
    });
  });
  return means;
}
