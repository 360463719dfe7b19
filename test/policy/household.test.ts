import { describe, expect, it } from 'vitest';
import { parseHousehold } from '../../src/policy/household.ts';
import { InputError } from '../../src/scenario/errors.ts';

const mistakes = (text: string, language: 'zh' | 'en' = 'en'): string[] => {
  try {
    parseHousehold(text, 'h.yaml', language);
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('a household file', () => {
  it('fills in what is left out', () => {
    const [{ applicant }] = parseHousehold('dwelling: own\n', 'h.yaml').members;
    expect(applicant.hasPermit).toBe(false);
    expect(applicant).toMatchObject({ dwelling: 'own', livesInTown: true, registeredRural: true, work: 'none' });
    expect(applicant.yearsSinceGraduation).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    ['dweling: own', 'h.yaml:1:1: dweling must be a known key, got "dweling"; did you mean dwelling'],
    [
      'dwelling: rent',
      'h.yaml:1:11: dwelling must be none or employer or private-rent or public-rental or own or lent, got "rent"; did you mean lent',
    ],
    ['yearsInTown: -1', 'h.yaml:1:14: yearsInTown must be at least 0, got -1'],
    ['yearsInTown: long', 'h.yaml:1:14: yearsInTown must be a number, got "long"'],
    ['dwelling: own\nleaseMonths: 12', 'h.yaml:2:14: leaseMonths must go with a rented dwelling, got own'],
    ['permitYears: 2\nyearsInTown: 3', 'h.yaml:1:14: permitYears must go with hasPermit: true, got no permit'],
    [
      'hasPermit: true\npermitYears: 4\nyearsInTown: 3',
      'h.yaml:2:14: permitYears must be at most yearsInTown 3, got 4',
    ],
    ['age: 20\nyearsInTown: 21', 'h.yaml:2:14: yearsInTown must be at most the age 20, got 21'],
    ['vocational: true', 'h.yaml:1:13: vocational must go with education: senior, got junior'],
    ['hasPermit: maybe', 'h.yaml:1:12: hasPermit must be true or false, got "maybe"'],
    ['- own', 'h.yaml:1:1: must be a map of keys, got a list'],
  ])('%j', (text, line) => {
    expect(mistakes(`${text}\n`)).toEqual([line]);
  });

  it('tells every mistake at once, in Chinese too', () => {
    expect(mistakes('dwelling: own\nleaseMonths: 12\nvocational: true\n', 'zh')).toEqual([
      'h.yaml:2:14: leaseMonths 应随租赁的住所给出，实际 dwelling 为 own',
      'h.yaml:3:13: vocational 应随 education: senior 给出，实际为 junior',
    ]);
  });
});
