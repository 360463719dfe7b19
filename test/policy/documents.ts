import { readdirSync, readFileSync } from 'node:fs';
import type { PolicyDocument } from '../../src/policy/document.ts';
import { loadDocuments } from '../../src/policy/load-documents.ts';

const folder = new URL('../../data/documents/', import.meta.url);

/** All documents of data/. */
export const documents: readonly PolicyDocument[] = loadDocuments(readdirSync(folder).sort(), (file) =>
  readFileSync(new URL(file, folder), 'utf8'),
);

export const documentOf = (id: string): PolicyDocument => documents.find((d) => d.id === id)!;
