import type { ReplicateResult } from '../../../src/indicator/result.ts';

/** Indicators of the city in one year, by name. */
export type Measured = Readonly<Record<string, number>>;

/** What samples are judged by, and the indicators each is the sum of. */
const judged: Readonly<Record<string, readonly string[]>> = {
  resident_urbanization_rate: ['resident_urbanization_rate'],
  registered_urbanization_rate: ['registered_urbanization_rate'],
  settled_persons: ['settled_persons'],
  births: ['births'],
  town_moves: ['town_moves'],
  unions: ['unions'],
  arrivals: ['arrivals'],
  rent_subsidy_households: ['rent_subsidy_households'],
  school_places_short: ['preschool', 'primary', 'junior', 'senior'].map((stage) => `school_places_short.${stage}`),
  public_rental_waiting: ['public_rental_waiting'],
};

export function indicatorsOf({ indicators, years, areas, values }: ReplicateResult, year: number): Measured {
  const row = (years.indexOf(year) * areas.length + areas.indexOf('city')) * indicators.length;
  const value = (name: string): number => {
    const found = values[row + indicators.indexOf(name)];
    if (!indicators.includes(name) || found === undefined) throw new Error(`no indicator ${name} in ${year}`);
    return found;
  };
  return Object.fromEntries(
    Object.entries(judged).map(([name, parts]) => [name, parts.reduce((sum, part) => sum + value(part), 0)]),
  );
}
