import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDocuments, parseDocumentFile } from '../../src/policy/load-documents.ts';
import { InputError } from '../../src/scenario/errors.ts';

const good = readFileSync(new URL('bad/good.yaml', import.meta.url), 'utf8');

/** One line a mistake, as a user reads them. */
function mistakes(load: () => unknown): string[] {
  try {
    load();
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
  return [];
}

/** The good file with one thing spoilt. */
function spoilt(from: string, to: string): string[] {
  expect(good).toContain(from);
  return mistakes(() => parseDocumentFile(good.replace(from, to), 'd.yaml'));
}

describe('a document file', () => {
  it('is read', () => {
    expect(parseDocumentFile(good, 'd.yaml').clauses).toHaveLength(2);
  });

  const cases: [string, string, string, string][] = [
    [
      'an unknown key',
      'kind: asset',
      'kind: asset\n    note: x',
      'd.yaml:29:5: clauses.1.note must be a known key, got "note"',
    ],
    [
      'an unknown key of a rule',
      'strength: 0.4',
      'size: 0.4',
      'd.yaml:30:47: clauses.1.sets.0.size must be a known key, got "size"',
    ],
    [
      'an unknown rule',
      'rule: lever',
      'rule: leaver',
      'd.yaml:30:17: clauses.1.sets.0.rule must be route or requirement or',
    ],
    ['a lever nobody reads', 'land.rightsKept', 'land.rightKept', 'got "land.rightKept"; did you mean land.rightsKept'],
    [
      'a route without a name',
      'name: kin',
      'name: cousin',
      'd.yaml:20:15: clauses.0.sets.0.name must be zero-threshold or',
    ],
    [
      'an unknown condition',
      'livesInTown',
      'livesHere',
      'd.yaml:21:18: clauses.0.sets.0.when.0.livesHere must be a known key, got "livesHere"',
    ],
    [
      'a relative who is none',
      '[spouse]',
      '[cousin]',
      'd.yaml:22:21: clauses.0.sets.0.relatives.0 must be spouse or children or',
    ],
    [
      'a number as text',
      'strength: 0.4',
      'strength: strong',
      'd.yaml:30:57: clauses.1.sets.0.strength must be a number, got "strong"',
    ],
    [
      'a share above one',
      'strength: 0.4',
      'strength: 1.4',
      'd.yaml:30:57: clauses.1.sets.0.strength must be at most 1, got 1.4',
    ],
    [
      'a missing meaning',
      '    meaning: { zh: 土地, en: Land }\n',
      '',
      'd.yaml:24:5: clauses.1.meaning must be given, got nothing',
    ],
    [
      'a day that is none',
      '2020-03-01',
      '2020-3-1',
      'd.yaml:9:12: date.inForce must be a date like 2024-05-23, got "2020-3-1"',
    ],
    [
      'a day that no calendar has',
      '2020-03-01',
      '2020-02-30',
      'd.yaml:9:12: date.inForce must be a date like 2024-05-23, got "2020-02-30"',
    ],
    [
      'two dates of one kind',
      '2020-03-01',
      '2020-03-01\n  inForce: 2021-03-01',
      'd.yaml:10:3: must appear once, got inForce again',
    ],
    ['a clause twice', "id: '2'", "id: '1'", 'd.yaml:24:9: clauses.1.id must be a new clause, got 1 again'],
    [
      'a value older than its document',
      'at: 二',
      'at: 二\n    from: 2020-02-29',
      'd.yaml:26:11: clauses.1.from must not be older than its document (2020-03-01), got 2020-02-29',
    ],
    [
      'a clause that sets nothing and says nothing',
      '    sets:\n      - { rule: lever, name: land.rightsKept, strength: 0.4 }\n',
      '',
      'd.yaml:24:5: clauses.1 must have either sets or notModelled, got neither',
    ],
    [
      'a clause that does both',
      'kind: asset',
      'kind: asset\n    notModelled: { zh: 无, en: None }',
      'd.yaml:24:5: clauses.1 must have either sets or notModelled, got both',
    ],
    [
      'an unknown reading',
      'coResident: true',
      'coResident: true\n        reading: strict',
      'd.yaml:24:18: clauses.0.sets.0.reading must be a reading of the clause, got strict',
    ],
    [
      'a dispute of one',
      'kind: asset',
      'kind: asset\n    readings: [{ name: strict, meaning: { zh: 严, en: Strict } }]',
      'd.yaml:29:15: clauses.1.readings must be two or more, got strict',
    ],
    [
      'a requirement that is none',
      'coResident: true',
      "coResident: true\n        under: ['2']",
      'd.yaml:24:16: clauses.0.sets.0.under must be a clause that sets a requirement or points, got 2',
    ],
    ['a city without code', "area: '150200'\n", '', 'd.yaml:5:8: level must have an area, got city without'],
    [
      'a nation with code',
      'level: city',
      'level: nation',
      'd.yaml:7:7: area must be left out for the nation, got 150200',
    ],
    [
      'a code without quotes',
      "area: '150200'",
      'area: 150200',
      'd.yaml:7:7: area must be a six-digit division code in quotes, got 150200',
    ],
    [
      'an end before its beginning',
      '2020-03-01',
      '2020-03-01\n  until: 2020-03-01',
      'd.yaml:10:10: date.until must be later than 2020-03-01, got 2020-03-01',
    ],
    [
      'an assumed day out of its range',
      'inForce: 2020-03-01',
      'inForce: { earliest: 2020-01-01, latest: 2020-02-01, assumed: 2020-03-01, why: { zh: 无, en: None } }',
      'd.yaml:9:65: date.inForce.assumed must lie between 2020-01-01 and 2020-02-01, got 2020-03-01',
    ],
  ];
  for (const [what, from, to, line] of cases) {
    it(`refuses ${what}`, () => {
      const lines = spoilt(from, to);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(line);
    });
  }

  it('tells every mistake at once', () => {
    const bad = good.replace('kind: asset', 'kind: land').replace('strength: 0.4', 'strength: 2');
    expect(mistakes(() => parseDocumentFile(bad, 'd.yaml'))).toHaveLength(2);
  });
});

describe('a folder of documents', () => {
  const other = good.replace('id: testing-2020', 'id: other-2020');

  it('refuses one id in two files', () => {
    expect(mistakes(() => loadDocuments(['a.yaml', 'b.yaml'], () => good))).toEqual([
      'b.yaml: id must be a new document, got testing-2020 of a.yaml',
    ]);
  });

  it('refuses to replace a document that is not there', () => {
    const replacing = other.replace('mark: published', 'mark: published\nreplaces: [third-2019]');
    const files: Record<string, string> = { 'a.yaml': good, 'b.yaml': replacing };
    expect(mistakes(() => loadDocuments(['a.yaml', 'b.yaml'], (f) => files[f]))).toEqual([
      expect.stringMatching(/^b\.yaml:\d+:12: replaces\.0 must be the id of a document there is .*, got third-2019$/),
    ]);
  });

  it('comes in the order of the days in force', () => {
    const earlier = other.replace('2020-03-01', '2019-03-01');
    const files: Record<string, string> = { 'a.yaml': good, 'b.yaml': earlier };
    expect(loadDocuments(['a.yaml', 'b.yaml'], (f) => files[f]).map((d) => d.id)).toEqual([
      'other-2020',
      'testing-2020',
    ]);
  });
});
