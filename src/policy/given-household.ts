import type { Applicant } from './applicant.ts';
import type { FactName, Facts } from './facts.ts';

/** A household as the law is asked about it. */
export interface Household {
  readonly members: readonly Member[];
  /** Written as one adult without members: what old files are. */
  readonly oneAdult: boolean;
  /** Names of members whose file does not say where their register lies: it is taken to be the default of `tier`. One adult has no name. */
  readonly registerAssumed: readonly string[];
}

export interface Member {
  readonly name: string;
  readonly applicant: Applicant;
}

/** Facts as a file gives them: what is derived may be left out. */
export type GivenFacts = { readonly [K in FactName]?: Facts[K] | undefined };

/** A person of a household file: the facts, and what ties the person to the others by their names. */
export interface GivenPerson extends GivenFacts {
  readonly name: string;
  readonly spouse?: string | undefined;
  readonly parents?: readonly string[] | undefined;
  /** Whose dwelling the person lives in, where it is not the household's. */
  readonly livesWith?: string | undefined;
  /** Who owns the dwelling, where it is not the person who holds it. */
  readonly owners?: readonly string[] | undefined;
}

export interface GivenHousehold {
  readonly members: readonly GivenPerson[];
  readonly sponsors: readonly GivenPerson[];
}

/** One adult as a file gives it. */
export type GivenAdult = GivenFacts & { readonly kinRegisteredHere: boolean };
