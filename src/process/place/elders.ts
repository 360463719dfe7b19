import { boundTo } from '../../population/bound.ts';
import { HouseholdKind, isInCity, NONE, Outside, Presence, Role, Sex } from '../../population/codes.ts';
import type { Population } from '../../population/population.ts';
import { Decision, Namespace } from '../../random/decision.ts';
import { uniform } from '../../random/draw.ts';
import { elderIdentity } from '../../random/identity.ts';
import { drawsOf } from '../draws.ts';
import { membersOf } from '../members.ts';
import { type EldersLike, type State, scratchOf } from '../state.ts';
import { arrivingAlone } from './arrive-alone.ts';
import { changingResidence, RETIREMENT_AGE } from './change-residence.ts';

/** From this age on parents follow their children. */
const ELDER_AGE = RETIREMENT_AGE;
/** An area with fewer old outsiders borrows those of the whole place. */
const ENOUGH = 5;
/** Families asked one after the other whether they still live there. */
const ASKED = 3;

/**
 * Whom parents who come are like, by area: old residents of its towns registered outside the city; where there are hardly any, those of the
 * whole place. With them the families led by outsiders in the area's towns, which they come to live with.
 */
export function findElders({ persons, households }: Population, areas: number): EldersLike[] {
  const { presence, age, registerArea, residenceArea, residenceUrban } = persons.columns;
  const { kind, head } = households.columns;
  const isOutsider = (i: number): boolean =>
    presence[i] === Presence.present &&
    registerArea[i] >= Outside.province &&
    residenceArea[i] < areas &&
    residenceUrban[i] === 1;
  const like = Array.from({ length: areas }, (): number[] => []);
  const families = Array.from({ length: areas }, (): number[] => []);
  for (let i = 0; i < persons.rows; i++) if (age[i] >= ELDER_AGE && isOutsider(i)) like[residenceArea[i]].push(i);
  for (let h = 0; h < households.rows; h++)
    if (kind[h] === HouseholdKind.family && head[h] !== NONE && isOutsider(head[h]))
      families[residenceArea[head[h]]].push(h);
  const everybody = like.flat();
  return like.map((own, area) => ({
    rows: Int32Array.from(own.length >= ENOUGH ? own : everybody),
    families: Int32Array.from(families[area]),
  }));
}

/**
 * Parents who follow their children (随迁老人): net moves of people of 60 and older are the county's own. Where they are below zero, couples
 * and widowed people leave for places outside the city, unless children of school age live in their household; where they are above, as
 * many come, copied in age, sex and register from outsiders of that age, and live with a family of outsiders in the area's towns, or by
 * themselves. Identities are of (area, year, number).
 *
 * `base`: the shared base population of those they are like.
 */
export const elders = boundTo((workspace) => {
  const list = scratchOf(workspace);
  const { presence, sex, age, household, spouse, residenceArea, residenceUrban } = workspace.persons.columns;
  const { kind, head } = workspace.households.columns;
  const { hasSchoolChild } = membersOf(workspace);
  const { drawOf } = drawsOf(workspace);
  const arrive = arrivingAlone(workspace);
  const changeResidence = changingResidence(workspace);

  return (state: State, base: Population): void => {
    const { city, key, year, parameters } = state;
    const residents = new Float64Array(city.areas.length);
    const leaving = findLeaving(state, residents);
    for (let n = 0; n < leaving; n++) leave(state, list[n]);
    city.flows.forEach((flows, area) => {
      const { rows, families } = state.eldersLike[area] ?? NOBODY_LIKE;
      if (flows === undefined || flows.elders <= 0 || rows.length === 0) return;
      const expected = flows.elders * parameters['inMigration.factor'] * residents[area];
      const rest = uniform(key, area, Namespace.area, year, Decision.elderCount);
      const arriving = Math.floor(expected) + (rest < expected - Math.floor(expected) ? 1 : 0);
      for (let n = 0; n < arriving; n++) {
        const own = elderIdentity(area, year, n);
        const like = rows[Math.floor(uniform(key, own, 0, year, Decision.elderLike) * rows.length)];
        const draw = uniform(key, own, 0, year, Decision.elderFamily);
        const household = stillThere(families, draw, area);
        const urban = household === NONE ? 1 : residenceUrban[head[household]];
        arrive(state, base, { like, own, area, household, urban, role: Role.parent });
      }
    });
  };

  /** Counts old residents by area and lists those whose time to leave has come: of a couple the husband is asked. */
  function findLeaving(state: State, residents: Float64Array): number {
    const { flows } = state.city;
    let found = 0;
    for (let i = 0; i < workspace.persons.rows; i++) {
      if (age[i] < ELDER_AGE || presence[i] === Presence.gone || !isInCity(residenceArea[i])) continue;
      const area = residenceArea[i];
      residents[area]++;
      const rate = flows[area]?.elders ?? 0;
      if (rate >= 0 || kind[household[i]] !== HouseholdKind.family) continue;
      if (sex[i] === Sex.female && spouse[i] !== NONE && livesWith(i, spouse[i])) continue;
      if (drawOf(state, i, Decision.elderLeaves) < -rate && !hasSchoolChild(household[i])) list[found++] = i;
    }
    return found;
  }

  function livesWith(i: number, j: number): boolean {
    return household[i] === household[j] && residenceArea[i] === residenceArea[j] && presence[j] === Presence.present;
  }

  function leave(state: State, i: number): void {
    const partner = spouse[i];
    const together = partner !== NONE && livesWith(i, partner);
    const inProvince = drawOf(state, i, Decision.elderProvince) < state.parameters['base.awayProvinceShare'];
    const to = inProvince ? Outside.province : Outside.nation;
    changeResidence(state, i, to, 1);
    if (together) changeResidence(state, partner, to, 1);
  }

  /** One of the families whose reference person still lives there; NONE where three who were asked do not. */
  function stillThere(families: Int32Array, draw: number, area: number): number {
    const from = Math.floor(draw * families.length);
    for (let n = 0; n < Math.min(ASKED, families.length); n++) {
      const h = families[(from + n) % families.length];
      const i = head[h];
      if (i !== NONE && presence[i] === Presence.present && residenceArea[i] === area) return h;
    }
    return NONE;
  }
});

const NOBODY_LIKE: EldersLike = { rows: new Int32Array(0), families: new Int32Array(0) };
