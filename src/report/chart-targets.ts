import type { PolicyDocument } from '../policy/document.ts';
import { documentTargets } from '../policy/document-targets.ts';
import type { Target } from './chart-input.ts';

/** The levels in percent that documents promise, as the rates chart marks them; each reading of a disputed number by itself. */
export const chartTargets = (documents: readonly PolicyDocument[]): Target[] =>
  documents.flatMap((document) =>
    documentTargets(document)
      .filter(({ target }) => target.unit === 'percent')
      .map(({ clause, target }) => {
        const reading = target.reading === null ? '' : ` (${target.reading})`;
        return {
          indicator: target.indicator,
          year: target.to,
          value: target.value,
          label: { zh: `${document.number} ${clause}${reading}`, en: `${document.id} ${clause}${reading}` },
          document: document.id,
        };
      }),
  );
