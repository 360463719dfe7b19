import type { ParameterName } from '../../scenario/parameters.ts';
import type { AddedClause } from '../../scenario/scenario.ts';

/** What the page changes in a scenario. */
export interface Change {
  /** Clauses (`baotou-2024:2.2.1.1`) or whole documents taken out. */
  readonly without: readonly string[];
  /** Clauses of any document that are tried. */
  readonly add: readonly AddedClause[];
  /** Readings of disputed clauses, by `document:clause`. */
  readonly readings: Readonly<Record<string, string>>;
  /** New values, in the parameter's own unit. */
  readonly parameters: Readonly<Partial<Record<ParameterName, number>>>;
}

export const noChange: Change = { without: [], add: [], readings: {}, parameters: {} };

/** How many things differ. */
export const changes = ({ without, add, readings, parameters }: Change): number =>
  without.length + add.length + Object.keys(readings).length + Object.keys(parameters).length;
