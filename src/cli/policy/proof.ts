import type { Language } from '../../language/language.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { documentTable } from '../../policy/document-table.ts';
import { audienceWords, forceWords, placeWords } from '../../policy/words.ts';
import { readData } from '../../scenario/read-data.ts';
import { sourceNames } from '../../scenario/source-names.ts';
import { policyMessages as say } from './messages.ts';
import { withPlaceNames } from './place-names.ts';

/** A document for proof-reading, as a page or as a Word file. */
export interface Proof {
  readonly id: string;
  readonly title: string;
  /** The document's own number. */
  readonly number: string;
  /** Since when, from where, what it ends, and its notes. */
  readonly lines: readonly string[];
  readonly rows: readonly ProofRow[];
}

/** A clause: its words, its rule, its force and what was assumed, side by side; lines of each. */
export interface ProofRow {
  readonly id: string;
  readonly place: readonly string[];
  readonly words: readonly string[];
  readonly modelled: boolean;
  readonly rule: readonly string[];
  readonly force: readonly string[];
  readonly readings: readonly string[];
}

/** Heads of the five columns. */
export const proofHead = (lang: Language): string[] => say.htmlHeader()[lang].split(',');

/** Everything a jurist compares with the printed text, in one language. */
export function proofOf(document: PolicyDocument, lang: Language): Proof {
  const { id, title, number, date, source, replaces, notes, draft } = document;
  return {
    id,
    title: `${title[lang]}${draft ? say.draft()[lang] : ''}`,
    number,
    lines: [
      say.inForceFrom(date.inForce.assumed, sourceNames(readData)(source))[lang],
      ...(replaces.length > 0 ? [say.replaces(replaces.join(' '))[lang]] : []),
      ...notes.map((note) => say.note(note)[lang]),
    ],
    rows: documentTable(document).map((row) => proofRow(row, document, lang)),
  };
}

type Row = ReturnType<typeof documentTable>[number];

function proofRow(row: Row, { date }: PolicyDocument, lang: Language): ProofRow {
  const dated = row.from !== date.inForce.assumed || row.until !== null;
  return {
    id: row.id,
    place: [row.id, placeWords(row.at)[lang]],
    words: [`「${row.quote}」`, row.meaning[lang]],
    modelled: row.modelled,
    rule: row.effect.map((text) => `${row.modelled ? '→' : '×'} ${withPlaceNames(text, lang)}`),
    force: [
      forceWords[row.force][lang],
      audienceWords[row.who][lang],
      ...(dated ? [say.fromTo(row.from, row.until)[lang]] : []),
      ...(row.replaces.length > 0 ? [say.replaces(row.replaces.join(' '))[lang]] : []),
    ],
    readings: [
      ...row.readings.map((name, n) => `? ${name}: ${row.readingsSay[n]?.[lang]}`),
      ...row.assumptions.map((text) => `~ ${text[lang]}`),
    ],
  };
}
