import type { Applicant } from '../../policy/applicant.ts';
import { pointsItemsOf, pointsOf } from '../../policy/compile-condition.ts';
import type { Route } from '../../policy/law.ts';
import type { QuotaOrder } from '../../policy/quota.ts';
import { boundTo } from '../../population/bound.ts';
import { isInCity, Presence } from '../../population/codes.ts';
import { Decision } from '../../random/decision.ts';
import { drawsOf } from '../draws.ts';
import { drawWinners } from '../dwelling/lottery.ts';
import type { State } from '../state.ts';
import type { PersonApplicant } from './applicant.ts';

/** Somebody who applied by routes that all have a quota. */
interface Claim {
  readonly person: number;
  readonly day: number;
  readonly routes: readonly Route[];
}

/**
 * Routes with a yearly quota: who applies by them is put on file, and at the end of the year the quota of each route is given out in
 * its order, by keyed lot among equals. Relatives settle with the applicant and take no place of their own. A sample has its
 * share of the quota.
 */
export const quotasOf = boundTo((workspace) => {
  const { presence, residenceArea } = workspace.persons.columns;
  const { drawOf } = drawsOf(workspace);
  let claims: Claim[] = [];
  const shares = new WeakMap<State['ledger'], number>();

  function file(person: number, day: number, routes: readonly Route[]): void {
    claims.push({ person, day, routes });
  }

  /** Gives out the quotas of the year; those who go away empty may apply again. */
  function grantQuotas(
    state: State,
    applicant: PersonApplicant,
    settle: (person: number, routes: readonly Route[]) => void,
  ): void {
    if (claims.length === 0) return;
    const filed = claims;
    claims = [];
    for (const [route, list] of byFirstRoute(filed)) {
      list.sort((a, b) => a.person - b.person);
      const claimOf = new Map(list.map((claim) => [claim.person, claim]));
      const key = orderKey(route);
      const winners = drawWinners(
        Int32Array.from(list, ({ person }) => person),
        Math.round((route.quota?.perYear ?? 0) * sampleShare(state)),
        (n) => -Math.round(HUNDREDTHS * key(applicant.of(list[n].person, list[n].day))),
        (person) => drawOf(state, person, Decision.quotaLottery),
      );
      for (const person of winners) settle(person, claimOf.get(person)!.routes);
    }
  }

  /** Claims by the clause of their first route, in the order of the law. */
  function byFirstRoute(filed: readonly Claim[]): [Route, Claim[]][] {
    const groups = new Map<string, [Route, Claim[]]>();
    for (const claim of filed) {
      const [route] = claim.routes;
      const key = `${route.document}:${route.clause}:${route.name}`;
      const group = groups.get(key);
      if (group) group[1].push(claim);
      else groups.set(key, [route, [claim]]);
    }
    return [...groups.values()].sort(([a], [b]) => a.index - b.index);
  }

  /** Residents simulated over residents counted, when a quota is first given out. */
  function sampleShare({ ledger, city }: State): number {
    const known = shares.get(ledger);
    if (known !== undefined) return known;
    let residents = 0;
    for (let i = 0; i < workspace.persons.rows; i++)
      if (presence[i] === Presence.present && isInCity(residenceArea[i])) residents++;
    const counted = city.areas.reduce((sum, { population }) => sum + population, 0);
    // a whole population has grown or shrunk since the census: only what is plainly a sample is one
    const share = residents / counted;
    shares.set(ledger, share > 0.9 ? 1 : share);
    return share > 0.9 ? 1 : share;
  }

  return { file, grantQuotas };
});

/** Points are ranked to the hundredth, as lists of settlers publish them. */
const HUNDREDTHS = 100;

/** What comes first by a quota's order: more is better. */
function orderKey({ quota, conditions }: Route): (applicant: Applicant) => number {
  const orders: Readonly<Record<QuotaOrder, (applicant: Applicant) => number>> = {
    lottery: () => 0,
    points: pointsOf(pointsItemsOf(conditions)),
    'insured-years': ({ insuredYears }) => insuredYears,
    'years-in-town': ({ yearsInTown }) => yearsInTown,
  };
  return orders[quota?.order ?? 'lottery'];
}
