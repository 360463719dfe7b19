import type { LocalName } from '../scenario/city-data.ts';
import type { PolicyDocument, TargetRule } from './document.ts';

/** A number a document promises for one year: an indicator at a value. Rates of change are not of this form. */
export interface LevelTarget {
  readonly document: string;
  readonly clause: string;
  readonly indicator: string;
  readonly year: number;
  readonly value: number;
  readonly label: LocalName;
}

/** The levels in percent that the given documents promise, in the documents' order; disputed readings each by itself. */
export function targetsOf(documents: readonly PolicyDocument[], ids: readonly string[]): LevelTarget[] {
  return documents
    .filter(({ id }) => ids.includes(id))
    .flatMap((document) =>
      document.clauses.flatMap((clause) =>
        (clause.sets ?? [])
          .filter((rule): rule is TargetRule => rule.rule === 'target' && rule.unit === 'percent')
          .map((rule) => ({
            document: document.id,
            clause: clause.id,
            indicator: rule.indicator,
            year: rule.to,
            value: rule.value,
            label: { zh: `${document.number} ${clause.id}`, en: `${document.id} ${clause.id}` },
          })),
      ),
    );
}
