import { logistic, logit } from '../../../math/logistic.ts';
import { solve } from '../../../math/solve.ts';
import type { CityData } from '../../../scenario/city-data.ts';
import type { ParameterValues } from '../../../scenario/parameters.ts';
import { HouseholdKind, isInCity, NO_TOWN, Tenure } from '../../codes.ts';
import type { Population } from '../../population.ts';

/** Share renting of families with the town register of where they live, before areas differ. Judgement, 0.03 to 0.12. */
const LOCALS_RENTING = 0.06;

/** Most an area's log-odds of renting move. */
const MOST_SHIFT = 5;

/** Chances in one area: that a family of the town's own register rents, that another owns. */
interface TenureChances {
  readonly localRents: number;
  readonly migrantOwns: number;
}

/**
 * Tenures of dwellings in town: the employer's for collective households; for families of the town's own register theirs or rented;
 * for others as migrants were surveyed. An area's log-odds of renting against owning move, alike for both, until as many
 * family households rent as the census counted in town and village together; villagers own. The shares in an employer's
 * dwelling and in public rental stay as surveyed.
 */
export function tenuresInTown(population: Population, city: CityData, parameters: ParameterValues) {
  const h = population.households.columns;
  const c = population.persons.columns;
  const sides = sidesLivedIn(population);
  const areaOf = (row: number): number => (h.townArea[row] === NO_TOWN ? h.homeArea[row] : h.townArea[row]);
  const isLocal = (row: number): boolean => {
    const head = h.head[row];
    return c.registerUrban[head] === 1 && c.registerArea[head] === h.homeArea[row] && h.townArea[row] === NO_TOWN;
  };
  const families = city.areas.map(() => ({ local: 0, migrant: 0, village: 0 }));
  for (let row = 0; row < population.households.rows; row++) {
    if (h.kind[row] !== HouseholdKind.family) continue;
    if (sides[row] & IN_TOWN) families[areaOf(row)][isLocal(row) ? 'local' : 'migrant']++;
    if (sides[row] & IN_VILLAGE) families[h.homeArea[row]].village++;
  }
  const chances = city.areas.map((area, a) => {
    const { local, migrant, village } = families[a];
    return tenureChances(local, migrant, area.rentingShare * (local + migrant + village), parameters);
  });
  const employer = parameters['base.employerShare'];

  /** Tenure of a household in town by its draw. */
  const tenureOf = (row: number, u: number): number => {
    if (h.kind[row] === HouseholdKind.collective) return Tenure.employer;
    const { localRents, migrantOwns } = chances[areaOf(row)];
    if (isLocal(row)) return u < localRents ? Tenure.privateRent : Tenure.own;
    if (u < migrantOwns) return Tenure.own;
    if (u < migrantOwns + employer) return Tenure.employer;
    return u < migrantOwns + employer + parameters['base.publicRentalShare'] ? Tenure.publicRental : Tenure.privateRent;
  };
  return { isInTown: (row: number): boolean => (sides[row] & IN_TOWN) !== 0, tenureOf };
}

/** Chances at which `renting` of the families rent, as near as the bounds allow. */
function tenureChances(local: number, migrant: number, renting: number, parameters: ParameterValues): TenureChances {
  const free = 1 - parameters['base.employerShare'];
  const migrantsRenting = 1 - parameters['base.ownShare'] / free;
  const at = (shift: number): TenureChances => ({
    localRents: logistic(logit(LOCALS_RENTING) + shift),
    migrantOwns: free * (1 - logistic(logit(migrantsRenting) + shift)),
  });
  const shift = solve((x) => {
    const { localRents, migrantOwns } = at(x);
    return local * localRents + migrant * (free - migrantOwns) - renting;
  });
  return at(Math.min(MOST_SHIFT, Math.max(-MOST_SHIFT, shift)));
}

const IN_TOWN = 1;
const IN_VILLAGE = 2;

/** Where each household has members in the city: `IN_TOWN`, `IN_VILLAGE` or both. */
function sidesLivedIn(population: Population): Uint8Array {
  const { household, residenceArea, residenceUrban } = population.persons.columns;
  const sides = new Uint8Array(population.households.rows);
  for (let i = 0; i < population.persons.rows; i++) {
    if (isInCity(residenceArea[i])) sides[household[i]] |= residenceUrban[i] === 1 ? IN_TOWN : IN_VILLAGE;
  }
  return sides;
}
