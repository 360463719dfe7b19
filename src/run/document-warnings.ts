import type { Language } from '../language/language.ts';
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
