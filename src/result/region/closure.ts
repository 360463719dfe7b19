import { indicatorNames } from '../../indicator/indicators.ts';
import type { PlaceResults } from './join.ts';

/**
 * People who leave a place for another province must arrive somewhere. A migrant stands in two places of a nation that is simulated place by
 * place: as somebody away in the place of register, as an outsider in the place of residence. Over a province (moves inside it) and
 * over the nation (moves between provinces), new migrants less those who return, and outsiders who leave one place less those of them
 * who went home, must be the arrivals of the year:
 *
 *     arrivals = out-migrants - return migrants + departures of outsiders
 *
 * The right side follows from what people decide; arrivals follow from a rate on the outsiders of the base year. A factor on arrivals,
 * by year and by province or for all moves between provinces, closes the account. It is found by running a few replicates, twice: more
 * arrivals are more departures of the years after.
 */
const scopes = ['province', 'other_province'] as const;
export type Scope = (typeof scopes)[number];

/** Persons who moved within one province's places, or between it and other provinces, in one year: means over replicates. */
export interface MigrationAccount {
  readonly year: number;
  /** Province the places lie in. */
  readonly province: string;
  readonly scope: Scope;
  readonly outMigrants: number;
  readonly returnMigrants: number;
  readonly departures: number;
  readonly arrivals: number;
}

/** Factors on arrivals: from the own province by province, from other provinces for all, each by year. */
export interface Closure {
  readonly provinces: Readonly<Record<string, Readonly<Record<number, number>>>>;
  readonly nation: Readonly<Record<number, number>>;
}

export const openAccount: Closure = { provinces: {}, nation: {} };

const flows = {
  outMigrants: 'out_migrants',
  returnMigrants: 'return_migrants',
  departures: 'departures',
  arrivals: 'arrivals',
} as const;

/** Flows over the borders of places by year, province and scope, of the years all places simulate. */
export function migrationAccounts(places: readonly PlaceResults[]): MigrationAccount[] {
  const first = Math.max(...places.map(({ results }) => results[0].years[0])) + 1;
  const accounts = new Map<string, MigrationAccount>();
  for (const { province, results } of places) {
    const { years } = results[0];
    for (const scope of scopes) {
      years.forEach((year, y) => {
        if (year < first) return;
        const meanOf = (name: string): number => {
          const i = indicatorNames.indexOf(`${name}.${scope}`);
          return results.reduce((sum, { values }) => sum + values[y * indicatorNames.length + i], 0) / results.length;
        };
        const key = `${year} ${province} ${scope}`;
        const before = accounts.get(key);
        accounts.set(key, {
          year,
          province,
          scope,
          outMigrants: (before?.outMigrants ?? 0) + meanOf(flows.outMigrants),
          returnMigrants: (before?.returnMigrants ?? 0) + meanOf(flows.returnMigrants),
          departures: (before?.departures ?? 0) + meanOf(flows.departures),
          arrivals: (before?.arrivals ?? 0) + meanOf(flows.arrivals),
        });
      });
    }
  }
  return [...accounts.values()].sort(
    (a, b) => a.year - b.year || (a.province < b.province ? -1 : a.province > b.province ? 1 : 0),
  );
}

type Flows = Pick<MigrationAccount, 'outMigrants' | 'returnMigrants' | 'departures' | 'arrivals'>;

/** Arrivals that would close an account. */
export const wantedArrivals = ({ outMigrants, returnMigrants, departures }: Flows): number =>
  outMigrants - returnMigrants + departures;

/** Several accounts as one. */
export const total = (accounts: readonly MigrationAccount[]): Flows => ({
  outMigrants: sum(accounts, 'outMigrants'),
  returnMigrants: sum(accounts, 'returnMigrants'),
  departures: sum(accounts, 'departures'),
  arrivals: sum(accounts, 'arrivals'),
});

const sum = (accounts: readonly MigrationAccount[], flow: keyof Flows): number =>
  accounts.reduce((all, account) => all + account[flow], 0);

/** Where an account wants fewer than nobody to arrive, or nobody arrives at all, a factor cannot help: it stays as it is. */
const LEAST = 0.05;

/** Factors that would have closed the accounts of a run made under others. */
export function closing(accounts: readonly MigrationAccount[], under: Closure): Closure {
  const factor = (all: readonly MigrationAccount[], before = 1): number => {
    const flowsOfAll = total(all);
    const wanted = wantedArrivals(flowsOfAll);
    return flowsOfAll.arrivals > 0 ? Math.max(LEAST, (before * wanted) / flowsOfAll.arrivals) : before;
  };
  const of = (scope: Scope, province?: string) => (year: number) =>
    accounts.filter(
      (each) => each.scope === scope && each.year === year && (province ?? each.province) === each.province,
    );
  const years = [...new Set(accounts.map(({ year }) => year))];
  const byYear = (
    select: (year: number) => readonly MigrationAccount[],
    before: Readonly<Record<number, number>> = {},
  ) => Object.fromEntries(years.map((year) => [year, rounded(factor(select(year), before[year]))]));
  const provinces = [...new Set(accounts.map(({ province }) => province))];
  return {
    nation: byYear(of('other_province'), under.nation),
    provinces: Object.fromEntries(
      provinces.map((province) => [province, byYear(of('province', province), under.provinces[province])]),
    ),
  };
}

/** Four digits: what is written into manifests and commands is what is run. */
const rounded = (factor: number): number => Number(factor.toPrecision(4));
