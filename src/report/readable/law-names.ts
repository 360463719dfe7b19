import { text } from '../../language/language.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import type { LawNames } from './tables.ts';

/** Names of documents and clauses; what no document has is told by its code. */
export function lawNames(documents: readonly PolicyDocument[]): LawNames {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    document: (id) => byId.get(id)?.title ?? text(id, id),
    clause: (document, id) => {
      const clause = byId.get(document)?.clauses.find((each) => each.id === id);
      return clause?.meaning ?? text(id, id);
    },
  };
}
