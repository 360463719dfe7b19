import { describe, expect, it } from 'vitest';
import { agrees, type Laws } from '../../src/policy/cases/answer-case.ts';
import type { CaseFile } from '../../src/policy/cases/case.ts';
import { mutantsOf } from '../../src/policy/cases/mutants.ts';
import type { PolicyDocument } from '../../src/policy/document.ts';
import { caseFiles } from './cases.ts';
import { documents } from './documents.ts';

/** Slips that change nothing anybody could notice. */
const harmless: readonly RegExp[] = [
  // kin and public staff always have an address, owners and tenants of public bodies too
  /^(national-1998:kin|national-2001:towns|chifeng-2016:2\.1\.1\.[12]|chifeng-2016:2\.1\.1\.4\.a|baotou-2016:owner|qingyang-2022:2\.1\.3) sets\[[01]\] needsAddress$/,
  // the other half of the condition lets these dwellings in anyway
  /^chifeng-2016:2\.1\.1 .*anyOf\[1\]\.dwelling (own|employer|public-rental|lent)$/,
  // a woman of 60 is past 55
  /^national-1998:kin sets\[0\] when\[0\]\.anyOf\[2\]\.anyOf\[0\]\.sex (dropped|female)$/,
  // a better right of the same clause stands above it
  /^national-exams-2012:exams sets\[1\] tier same-(county|city)$/,
];

const mentions = (file: CaseFile, { id, level }: PolicyDocument): boolean =>
  level !== 'city' || JSON.stringify(file).includes(id);

function caught(original: PolicyDocument, mutant: PolicyDocument): boolean {
  const changed = documents.map((d) => (d === original ? mutant : d));
  return caseFiles.some((file) => {
    const laws: Laws = new Map();
    return mentions(file, original) && file.cases.some((c) => !agrees(changed, file, c, laws));
  });
}

describe('a slip in a condition, a relative, a date or an order is caught by a case', () => {
  for (const document of documents) {
    const mutants = mutantsOf(document);
    if (mutants.length === 0) continue;
    it(`${document.id}: ${mutants.length} slips`, () => {
      const survivors = mutants.filter((m) => !caught(document, m.document)).map((m) => m.name);
      expect(survivors.filter((name) => !harmless.some((pattern) => pattern.test(name)))).toEqual([]);
    });
  }
});
