import type { Language, Localized } from '../language/language.ts';
import type { PolicyDocument } from '../policy/document.ts';
import { type Issue, said } from '../scenario/errors.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { runMessages } from './messages.ts';

/** Documents in force in a run that goes beyond the day until which they were looked at: their law is carried on unseen. */
export const documentWarnings = (
  { file, documents: ids, endYear }: Scenario,
  documents: readonly PolicyDocument[],
  lang: Language,
): Issue[] =>
  documents
    .filter(({ id, date, expires }) => {
      if (!ids.includes(id) || expires === undefined) return false;
      return Number(expires.slice(0, 4)) <= endYear && (date.until === null || date.until > expires);
    })
    .map(({ id, reviewed, expires }) => ({
      file,
      path: `documents.${ids.indexOf(id)}`,
      ...said(runMessages.documentExpires(id, reviewed, expires!, endYear), lang),
    }));

/** Years after which a document that says nothing else should be looked at again. Assumption. */
const REVIEW_YEARS = 2;

/** Day by which a document should be looked at again; null where nobody noted when it was. */
function dueOf({ reviewed, expires }: PolicyDocument): string | null {
  if (expires !== undefined) return expires;
  return reviewed === undefined ? null : `${Number(reviewed.slice(0, 4)) + REVIEW_YEARS}${reviewed.slice(4)}`;
}

/**
 * What is said of documents of a scenario that should have been looked at again by now; null where there are none. It depends on the day,
 * so that it is told and not kept with a result.
 * @param today ISO date
 */
export function overdueDocuments(
  scenarios: readonly Pick<Scenario, 'documents'>[],
  documents: readonly PolicyDocument[],
  today: string,
): Localized | null {
  const listed = new Set(scenarios.flatMap(({ documents: ids }) => ids));
  const overdue = documents.flatMap((document) => {
    const due = dueOf(document);
    return listed.has(document.id) && due !== null && due < today ? [`${document.id} (${due})`] : [];
  });
  return overdue.length === 0 ? null : runMessages.documentsOverdue(overdue);
}
