import type { PolicyDocument } from '../document.ts';
import { agrees, type Laws } from './answer-case.ts';
import type { CaseFile } from './case.ts';
import { mutantsOf } from './mutants.ts';

/** Small changes of a document, and the names of those that no case notices. */
export function survivorsOf(
  document: PolicyDocument,
  documents: readonly PolicyDocument[],
  files: readonly CaseFile[],
): { readonly mutants: number; readonly survivors: readonly string[] } {
  const mutants = mutantsOf(document);
  const noticed = (mutant: PolicyDocument): boolean => {
    const changed = documents.map((each) => (each === document ? mutant : each));
    return files.some((file) => {
      const laws: Laws = new Map();
      return mentions(file, document) && file.cases.some((c) => !agrees(changed, file, c, laws));
    });
  };
  return {
    mutants: mutants.length,
    survivors: mutants.filter((mutant) => !noticed(mutant.document)).map(({ name }) => name),
  };
}

/** A city's document matters where it is named; those of the nation and of regions everywhere. */
const mentions = (file: CaseFile, { id, level }: PolicyDocument): boolean =>
  level !== 'city' || JSON.stringify(file).includes(id);
