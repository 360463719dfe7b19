import type { ParameterName } from '../../dist/scenario/parameters.js';
import type { TrialClause } from './trial-document.ts';

/** Values from 2021 on: a fixed one, or a multiple of the stated one (its range is multiplied too). */
export type Change = { readonly value: number } | { readonly times: number };

/** The law a lever is added to. `open`: the national law, under which a stable dwelling settles, without its land clauses. */
export type Ground = 'open' | 'closed' | 'long-lease';

export interface Lever {
  readonly name: string;
  readonly ground: Ground;
  readonly clauses: readonly TrialClause[];
  readonly parameters?: Partial<Record<ParameterName, Change>>;
  /** Range a reviewer expects, percentage points over five years; null where none is stated for this form of the lever. */
  readonly range: readonly [number, number] | null;
  /** Measured for ten points more of the in-town adults insured, whatever the change of the parameter brings about. */
  readonly perInsured?: true;
  /** Part of the whole package. */
  readonly inPackage?: true;
  /** How the switch is made, where neither document nor scenario has one. */
  readonly note?: string;
  readonly below?: string;
  readonly above?: string;
}

const AT_MOST = [Number.NEGATIVE_INFINITY, 0.2] as const;

const parts: readonly Lever[] = [
  {
    name: 'zero threshold where open',
    ground: 'open',
    clauses: ['zero-threshold'],
    range: [0, 0.5],
    inPackage: true,
  },
  {
    name: 'threshold opened where closed',
    ground: 'closed',
    clauses: ['dwelling'],
    range: [1, 2],
    note: 'closed: only kin settle before, and tastes are drawn as of people who never could',
    above: 'nobody who is firm could act before, so the whole base rate is the effect; the base rate sets its size',
    below: 'the base rate of the open law is the most that opening can bring',
  },
  {
    name: 'lease condition dropped',
    ground: 'long-lease',
    clauses: ['dwelling'],
    range: [0, 0.4],
    note: 'before: tenants need twelve months of one lease',
    above: 'a quarter of the leases are broken every year, so a condition of twelve months keeps out many tenants',
  },
  {
    name: 'land clauses',
    ground: 'open',
    clauses: ['land-kept', 'land-told'],
    range: [0.4, 1.3],
    inPackage: true,
    below:
      'a third of the land holders hold the belief and clauses end it in a fifth of them a year; the next row is the limit',
  },
  {
    name: 'land belief gone at once',
    ground: 'open',
    clauses: [],
    parameters: { 'settlement.landBelief': { value: 0 } },
    range: [0.4, 1.3],
    note: 'the belief has no weight from 2021 on: the most that credible clauses can do',
    below:
      'it adds a fifth to a low base rate: a third of the land holders hold the belief, and few of them are nearly firm',
  },
  {
    name: 'paid exit in force',
    ground: 'open',
    clauses: ['paid-exit'],
    range: [0.6, 2],
    inPackage: true,
    note: 'explorations count in full; the annuity a head is set against the income a head',
    above: "the household's annuity is set against the income of one person, so much land makes it too large",
    below: 'households here hold 5.5 mu, and the effect grows with the land',
  },
  {
    name: 'outreach as a clause',
    ground: 'open',
    clauses: ['outreach'],
    range: [0.3, 1.2],
    below: 'a clause reaches 8 % of those unaware a year, a third of them in five years',
  },
  {
    name: 'outreach to everyone at once',
    ground: 'open',
    clauses: ['outreach'],
    parameters: { 'settlement.outreach': { value: 1 } },
    range: [0.3, 1.2],
    inPackage: true,
    below: 'awareness multiplies a yearly chance; it cannot add more than a quarter of the base rate',
  },
  {
    name: 'school: places for incomers',
    ground: 'open',
    clauses: ['school-places'],
    range: null,
    note: 'draws families to town, who settle later or never',
  },
  {
    name: 'school: rights on a permit',
    ground: 'open',
    clauses: ['school-rights'],
    range: null,
    note: 'narrows the gap that settling closes',
  },
  {
    name: 'school: places and rights',
    ground: 'open',
    clauses: ['school-places', 'school-rights'],
    range: [0.2, 0.5],
    inPackage: true,
    below:
      'the clause opens schools without a register and so takes a reason to settle away; it brings families, who are few within five years',
  },
  {
    name: 'insured jobs, per 10 points',
    ground: 'open',
    clauses: [],
    parameters: { 'job.formalHazard': { times: 3 } },
    range: AT_MOST,
    perInsured: true,
    note: 'no coverage switch: insured jobs are found three times as fast, scaled to ten points of the adults',
  },
  {
    name: 'housing fund, residents, 10 points',
    ground: 'open',
    clauses: ['fund-residents'],
    range: AT_MOST,
    note: 'coverage is a level of the right: a tenth',
  },
  {
    name: 'housing fund, settlers, 10 points',
    ground: 'open',
    clauses: ['fund-settlers'],
    range: AT_MOST,
    inPackage: true,
  },
  {
    name: 'public rental, residents, 10 points',
    ground: 'open',
    clauses: ['rental-residents'],
    range: AT_MOST,
  },
  {
    name: 'public rental, settlers, 10 points',
    ground: 'open',
    clauses: ['rental-settlers'],
    range: AT_MOST,
    inPackage: true,
  },
  {
    name: 'training',
    ground: 'open',
    clauses: ['training'],
    range: AT_MOST,
    note: 'the clause at full strength, whatever the number trained: it eases the way into insured jobs',
  },
  {
    name: 'purchase subsidy',
    ground: 'open',
    clauses: [],
    parameters: { 'tenure.buyHazard': { times: 2 } },
    range: [-0.2, 0.5],
    note: 'no process of its own: tenants buy twice as fast',
  },
];

const packaged = parts.filter((lever) => lever.inPackage);

/** Everything a city can do, at once. */
export const wholePackage: Lever = {
  name: 'whole package',
  ground: 'open',
  clauses: packaged.flatMap((lever) => lever.clauses),
  parameters: Object.assign({}, ...packaged.map((lever) => lever.parameters ?? {})),
  range: [2, 4],
  note: packaged.map((lever) => lever.name).join('; '),
  below: 'its parts multiply the base rate, which is low, and opening schools counts against',
  above: 'its parts multiply the base rate and come to more than their sum',
};

export const levers: readonly Lever[] = [...parts, wholePackage];
