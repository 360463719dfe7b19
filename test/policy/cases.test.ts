import { describe, expect, it } from 'vitest';
import { answerCase, asAsked, expectedOf, type Laws, lawOfCase } from '../../src/policy/cases/answer-case.ts';
import type { Case } from '../../src/policy/cases/case.ts';
import { explainEligibility } from '../../src/policy/explain-eligibility.ts';
import type { GivenAdult } from '../../src/policy/given-household.ts';
import { adultApplicant } from '../../src/policy/persons.ts';
import { caseFiles } from './cases.ts';
import { documents } from './documents.ts';

/** The case as old files write it: one adult, without members. */
const asOneAdult = (c: Case) => adultApplicant({ kinRegisteredHere: false, ...c.who } as GivenAdult);

for (const file of caseFiles) {
  describe(file.name, () => {
    const laws: Laws = new Map();
    for (const c of file.cases) {
      it(`${c.on} ${c.in} ${c.case}`, () => {
        expect(answerCase(documents, file, c, laws)).toEqual(expectedOf(c));
        if (c.household) return;
        const answer = explainEligibility(lawOfCase(documents, file, c, laws), asOneAdult(c));
        expect(asAsked(c, { name: '', registeredHere: false, follows: [], ...answer })).toEqual(expectedOf(c));
      });
    }
  });
}
