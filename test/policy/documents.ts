import { readdirSync, readFileSync } from 'node:fs';
import type { PolicyDocument } from '../../src/policy/document.ts';
import { loadDocuments } from '../../src/policy/load-documents.ts';
import { withCitySizes } from '../../src/run/read-documents.ts';
import { readData } from '../../src/scenario/read-data.ts';

const folder = new URL('../../data/documents/', import.meta.url);

/** All documents of data/. */
export const documents: readonly PolicyDocument[] = loadDocuments(readdirSync(folder).sort(), (file) =>
  readFileSync(new URL(file, folder), 'utf8'),
).map((document) => withCitySizes(document, readData));

export const documentOf = (id: string): PolicyDocument => documents.find((d) => d.id === id)!;
