import type { Localized } from '../language/language.ts';
import { overdueDocuments } from '../run/document-warnings.ts';
import type { Inputs } from '../run/load-inputs.ts';

/** What is said today of documents that should have been looked at again; null where there are none. */
export function overdueNow(inputs: readonly Pick<Inputs, 'scenario' | 'documents'>[]): Localized | null {
  const scenarios = inputs.map(({ scenario }) => scenario);
  const documents = new Map(inputs.flatMap((each) => each.documents.map((document) => [document.id, document])));
  return overdueDocuments(scenarios, [...documents.values()], new Date().toISOString().slice(0, 10));
}
