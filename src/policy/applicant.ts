import type { Facts } from './facts.ts';
import type { RelativeName } from './relative.ts';

/**
 * One person the law is asked about, on the day of applying: the facts, and the relatives the law may ask for. The kernel reuses
 * one object for many persons.
 */
export interface Applicant extends Readonly<Facts> {
  /** Whether one of the relatives who are `is` to this person, wherever they live, passes the test. */
  someRelative(is: readonly RelativeName[], test: (relative: Relative) => boolean): boolean;
}

/** A relative as the law sees them from a person. Good until the test returns. */
export interface Relative {
  readonly person: Applicant;
  /** Lives in the same dwelling. */
  readonly livingTogether: boolean;
  /** Holds a town register in the place where the person applies. */
  readonly registeredHere: boolean;
}
