import type { Condition } from './condition.ts';
import type { Audience } from './law.ts';

/** What whom a clause reaches asks of a person who has not settled: `who` stands in every rule of the clause. */
const conditions: Readonly<Record<Audience, readonly Condition[]>> = {
  anyone: [],
  rural: [{ registeredRural: true }],
  'registered-here': [{ tier: ['same-county', 'same-city'] }],
  settled: [],
};

export const audienceConditions = (who: Audience): readonly Condition[] => conditions[who];
