import { awardChildren, awardSettlers } from './award.ts';
import { events, moves, rateChanges, reclassified } from './movement.ts';
import { population, pyramid, registeredElsewhere } from './population.ts';
import type { NamesOf } from './row.ts';
import { byStatus, capacity, inServices, rentSubsidies, schoolPlaces } from './services.ts';
import { reported, settled, settlersByTrait, willingness } from './settlement.ts';

/** Every row, in the order in which the indicators of a replicate are written: it enters the result hash. */
export const table = [
  population,
  inServices,
  registeredElsewhere,
  events,
  settled,
  reported,
  capacity,
  willingness,
  reclassified,
  rentSubsidies,
  awardSettlers,
  settlersByTrait,
  schoolPlaces,
  rateChanges,
  moves,
  pyramid,
  byStatus,
  awardChildren,
] as const;

type KeysOf<Group> = Group extends unknown ? keyof Group & string : never;
/** The name of every indicator measured in a replicate. */
export type IndicatorName = NamesOf<KeysOf<(typeof table)[number]>>;
/** The part of a name before its first dot. */
export type IndicatorStem = IndicatorName extends infer Name
  ? Name extends `${infer Stem}.${string}`
    ? Stem
    : Name
  : never;
