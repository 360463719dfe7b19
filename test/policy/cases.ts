import { readdirSync, readFileSync } from 'node:fs';
import { type CaseFile, parseCases } from '../../src/policy/cases/case.ts';

const folder = new URL('cases/', import.meta.url);

export const caseFiles: readonly CaseFile[] = readdirSync(folder)
  .sort()
  .map((name) => parseCases(readFileSync(new URL(name, folder), 'utf8'), name, 'en'));
