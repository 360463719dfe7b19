import { describe, expect, it } from 'vitest';
import { answer, type Books, caseFiles, expected } from './cases.ts';
import { documents } from './documents.ts';

for (const file of caseFiles) {
  describe(file.name, () => {
    const books: Books = new Map();
    for (const c of file.cases) {
      it(`${c.on} ${c.in} ${c.case}`, () => {
        expect(answer(documents, file, c, books)).toEqual(expected(c));
      });
    }
  });
}
