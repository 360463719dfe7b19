import type { PolicyDocument } from '../../dist/policy/document.js';
import { documentSchema } from '../../dist/policy/document-schema.js';

type Rules = readonly Record<string, unknown>[];

const LIVES_IN_TOWN = { livesInTown: true };
const FAMILY = { relatives: ['spouse', 'children', 'own-parents'], coResident: true };
const ANY_DWELLING = { dwelling: ['own', 'employer', 'private-rent', 'public-rental'] };
const LONG_LEASE = [
  { dwelling: ['own', 'employer', 'public-rental'] },
  { dwelling: ['private-rent'], leaseMonthsAtLeast: 12 },
];
const dwelling = (when: Record<string, unknown>): Rules => [
  { rule: 'route', name: 'stable-dwelling', when: [{ ...LIVES_IN_TOWN, ...when }], ...FAMILY },
];
const lever = (name: string): Rules => [{ rule: 'lever', name }];

/** What each clause of the trial document sets: one clause a lever, in the words of no city. */
const clauses = {
  'zero-threshold': [{ rule: 'route', name: 'zero-threshold', when: [LIVES_IN_TOWN], ...FAMILY }],
  dwelling: dwelling(ANY_DWELLING),
  'long-lease': dwelling({ anyOf: LONG_LEASE }),
  'land-kept': lever('land.rightsKept'),
  'land-told': lever('information.landBelief'),
  'paid-exit': lever('land.paidExit'),
  outreach: lever('information.awareness'),
  'school-places': lever('school.enrolment'),
  'school-rights': [{ rule: 'right', services: ['schooling', 'exams'], level: 1, needsPermit: true }],
  training: lever('jobs.training'),
  'fund-residents': [{ rule: 'right', services: ['housing-fund'], level: 0.1 }],
  'fund-settlers': [{ rule: 'settled', services: ['housing-fund'], level: 0.85 }],
  'rental-residents': [{ rule: 'right', services: ['public-rental'], level: 0.1 }],
  'rental-settlers': [{ rule: 'settled', services: ['public-rental'], level: 0.85 }],
} satisfies Record<string, Rules>;

export type TrialClause = keyof typeof clauses;

const same = (text: string) => ({ zh: text, en: text });

/** A document of no city, made of the levers: tried clause by clause beside the national law. */
export const trialDocument: PolicyDocument = documentSchema.parse({
  id: 'trial-2021',
  number: 'trial',
  title: same('levers, one a clause'),
  level: 'city',
  area: '000000',
  date: { inForce: '2021-01-01' },
  mark: 'assumption',
  source: 'made for the comparison of levers',
  clauses: Object.entries(clauses).map(([id, sets]) => ({
    id,
    at: id,
    quote: id,
    meaning: same(id),
    kind: 'eligibility',
    force: id === 'paid-exit' ? 'explore' : 'shall',
    sets,
  })),
});
