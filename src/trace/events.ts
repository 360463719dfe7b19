import { Presence, type TenureName, type WorkName } from '../population/codes.ts';
import type { MemberFacts, Scene, Snapshot, TracePlace, TraceRoute } from './facts.ts';

/** What happened to one member in a step of the year. */
type MemberEvent =
  | { readonly what: 'born' | 'joined' | 'counted-urban' | 'permit' | 'permit-lapsed' }
  | { readonly what: 'died' | 'gone'; readonly age: number }
  /** To another household, by its row. */
  | { readonly what: 'parted'; readonly household: number }
  | { readonly what: 'moved' | 'register'; readonly from: TracePlace; readonly to: TracePlace }
  | { readonly what: 'work'; readonly from: WorkName; readonly to: WorkName }
  | ({ readonly what: 'settled'; readonly from: TracePlace } & TraceRoute);

/** What happened to the household as such. */
type HouseholdEvent =
  | { readonly what: 'tenure'; readonly from: TenureName; readonly to: TenureName }
  | { readonly what: 'founded' | 'waiting' | 'not-waiting' | 'aware' | 'land-belief-ended' };

/** An event with the step of the year (kernel/schedule.ts) it happened in; `member` is null for the household's own. */
export type TraceEvent = { readonly step: string } & (
  | ({ readonly member: MemberFacts } & MemberEvent)
  | ({ readonly member: null } & HouseholdEvent)
);

/** What a step changed, from the household before and after it. Growing older is no event. */
export function eventsOf(scene: Scene, h: number, step: string, before: Snapshot, after: Snapshot): TraceEvent[] {
  const events: TraceEvent[] = [];
  for (const [person, old] of before.members) {
    if (!after.members.has(person)) events.push({ step, member: old, ...leaving(scene, h, step, old) });
  }
  for (const [person, now] of after.members) {
    const old = before.members.get(person);
    if (!old && before.household === null) continue; // the founders, told by the founding
    const happened = old ? changes(scene.state.year, step, old, now) : [coming(step)];
    for (const event of happened) events.push({ step, member: now, ...event });
  }
  for (const event of householdChanges(before, after)) events.push({ step, member: null, ...event });
  return events;
}

function leaving({ population }: Scene, h: number, step: string, { person, age }: MemberFacts): MemberEvent {
  const { presence, household } = population.persons.columns;
  if (presence[person] === Presence.present && household[person] !== h)
    return { what: 'parted', household: household[person] };
  return { what: step === 'mortality' ? 'died' : 'gone', age };
}

const coming = (step: string): MemberEvent => ({ what: step === 'fertility' ? 'born' : 'joined' });

function changes(year: number, step: string, old: MemberFacts, now: MemberFacts): MemberEvent[] {
  const events: MemberEvent[] = [];
  if (!same(old.residence, now.residence)) {
    events.push(
      step === 'reclassification'
        ? { what: 'counted-urban' }
        : { what: 'moved', from: old.residence, to: now.residence },
    );
  }
  if (now.settled?.year === year && old.settled?.year !== year) {
    const { year: _, ...by } = now.settled;
    events.push({ what: 'settled', from: old.register, ...by });
  } else if (!same(old.register, now.register)) {
    events.push({ what: 'register', from: old.register, to: now.register });
  }
  if (old.work !== now.work) events.push({ what: 'work', from: old.work, to: now.work });
  if (now.permitSince !== null && old.permitSince === null) events.push({ what: 'permit' });
  // a move or a new register ends a permit too, and is told as such
  if (events.length === 0 && old.permitSince !== null && now.permitSince === null)
    events.push({ what: 'permit-lapsed' });
  return events;
}

function householdChanges({ household: old }: Snapshot, { household: now }: Snapshot): HouseholdEvent[] {
  if (now === null) return [];
  if (old === null) return [{ what: 'founded' }];
  const events: HouseholdEvent[] = [];
  if (old.tenure !== now.tenure) events.push({ what: 'tenure', from: old.tenure, to: now.tenure });
  if (old.waitingSince === null && now.waitingSince !== null) events.push({ what: 'waiting' });
  if (old.waitingSince !== null && now.waitingSince === null) events.push({ what: 'not-waiting' });
  if (!old.aware && now.aware) events.push({ what: 'aware' });
  if (old.landBelief && !now.landBelief) events.push({ what: 'land-belief-ended' });
  return events;
}

const same = (a: TracePlace, b: TracePlace): boolean => a.area === b.area && a.side === b.side;
