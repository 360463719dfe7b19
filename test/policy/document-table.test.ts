import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../../src/policy/diff-documents.ts';
import { documentTable } from '../../src/policy/document-table.ts';
import { documentTargets } from '../../src/policy/document-targets.ts';
import { documentOf, documents } from './documents.ts';

describe('the table of a document', () => {
  it('has a row for every clause, with what it does or why it does nothing', () => {
    for (const document of documents) {
      const rows = documentTable(document);
      expect(rows.map((r) => r.id)).toEqual(document.clauses.map((c) => c.id));
      for (const row of rows) for (const text of row.effect) expect(text.zh && text.en).toBeTruthy();
    }
  });

  it('reads as a planner would say it', () => {
    const rows = documentTable(documentOf('chifeng-2016'));
    expect(rows.find((r) => r.id === '2.1.1.3')).toMatchObject({
      at: '二(一)1(3)',
      modelled: true,
      effect: [
        {
          en: 'business owner: is registered in this county or another county of the city or another city of the province and holds a business licence and tax registration + 2.1.1; with co-resident spouse, children, grandchildren, own parents',
        },
      ],
    });
    expect(rows.find((r) => r.id === '2.1.1')?.readings).toEqual(['towns-open', 'strict', 'purposive']);
    expect(rows.find((r) => r.id === '5.1')).toMatchObject({ modelled: false });
  });
});

describe('what differs between two documents', () => {
  const differences = diffDocuments(documentOf('chifeng-2016'), documentOf('qingyang-2022'));
  const on = (subject: string) => differences.find((d) => d.subject === subject);

  it('is told rule by rule with the clauses of both', () => {
    expect(on('route.long-stay')).toMatchObject({ a: { clauses: ['2.1.2'] }, b: { clauses: [] } });
    expect(on('route.kin')).toMatchObject({ a: { clauses: ['2.1.1.1'] }, b: { clauses: ['2.1.3'] } });
    expect(on('permit')).toMatchObject({ a: { clauses: ['3.2.a'] }, b: { clauses: ['2.2.2'] } });
  });

  it('leaves out what is the same, however many clauses say it', () => {
    expect(on('settled.public-rental+rent-subsidy')).toBeUndefined();
    expect(on('lever.land.rightsKept')).toBeUndefined();
    expect(diffDocuments(documentOf('baotou-2024'), documentOf('baotou-2024'))).toEqual([]);
  });
});

describe('targets', () => {
  it('carry every reading of a disputed number', () => {
    expect(
      documentTargets(documentOf('qingyang-2022')).map((t) => [t.target.reading, t.target.indicator, t.target.value]),
    ).toEqual([
      ['registered-37', 'registered_urbanization_rate', 37],
      ['resident-37', 'resident_urbanization_rate', 37],
      ['misprint-47', 'resident_urbanization_rate', 47],
    ]);
  });

  it('are the four of Sanmenxia', () => {
    expect(
      documentTargets(documentOf('sanmenxia-2019')).map((t) => `${t.clause} ${t.target.sense} ${t.target.value}`),
    ).toEqual(['1.a at-least 2', '1.b at-least 46000', '1.c at-least 37', '1.d at-most -2']);
  });
});
