import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Applicant } from '../../src/policy/applicant.ts';
import { compileLawBook } from '../../src/policy/compile-law-book.ts';
import type { Clause, PolicyDocument } from '../../src/policy/document.ts';
import type { GivenAdult } from '../../src/policy/given-household.ts';
import { firstOpenRoute, type Law, type LawBook } from '../../src/policy/law.ts';
import { adultApplicant } from '../../src/policy/persons.ts';
import type { LawOptions } from '../../src/policy/select-rules.ts';
import { educations, registerTiers, tenures, works } from '../../src/population/codes.ts';
import { InputError } from '../../src/scenario/errors.ts';
import { documents } from './documents.ts';

const book = (city: 'baotou' | 'chifeng' | 'qingyang' | 'sanmenxia', options: Partial<LawOptions> = {}): LawBook => {
  const set = {
    baotou: { documents: ['baotou-2016', 'baotou-2024'], areas: ['150203', '150222'] },
    chifeng: { documents: ['chifeng-2016'], areas: ['150402', '150429'] },
    qingyang: { documents: ['qingyang-2022'], areas: ['621002', '621021'] },
    sanmenxia: { documents: ['sanmenxia-2019'], areas: ['411202', '411221'] },
  }[city];
  const areas = set.areas.map((code) => ({ code }));
  return compileLawBook(documents, { without: [], add: [], ...set, areas, ...options });
};

const person = (facts: Partial<GivenAdult> = {}): Applicant => adultApplicant({ kinRegisteredHere: false, ...facts });

/** A law without its functions, to be compared. */
const plain = (law: Law) => JSON.parse(JSON.stringify({ ...law, routes: law.routes.map(({ index: _, ...r }) => r) }));

const refused = (options: Partial<LawOptions>): string => {
  try {
    book('baotou', options);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('the law of a day', () => {
  it('changes on the day of the document and not before, in leap years too', () => {
    const law = book('baotou');
    expect(law.on(0, 2024, 143).permit?.document).toBe('national-permit-2016');
    expect(law.on(0, 2024, 144).permit?.document).toBe('baotou-2024');
    expect(law.on(0, 2030, 1)).toBe(law.on(0, 2024, 366));
  });

  it('is empty before the first document', () => {
    const law = book('baotou').on(0, 1950, 200);
    expect(law.routes).toEqual([]);
    expect(law.permit).toBeNull();
    expect(Object.values(law.levers).every((v) => v === 0)).toBe(true);
    expect(law.counting).toEqual({ by: 'kind', within: 'towns' });
  });

  it('keeps a route at its place in the book, on every day and in every area', () => {
    const law = book('chifeng');
    for (const year of [2000, 2010, 2015, 2016, 2024])
      for (const area of [0, 1])
        for (const route of law.on(area, year, 366).routes) expect(law.routes[route.index]).toBe(route);
  });

  it('comes the same from documents that travelled to another thread', () => {
    const here = book('qingyang').on(0, 2023, 1);
    const areas = [{ code: '621002' }, { code: '621021' }];
    const options = { documents: ['qingyang-2022'], without: [], add: [], areas };
    expect(plain(compileLawBook(structuredClone(documents), options).on(0, 2023, 1))).toEqual(plain(here));
  });

  it('records the first open route in the order of the documents', () => {
    const law = book('chifeng').on(0, 2020, 1);
    expect(firstOpenRoute(law, person({ dwelling: 'own', licensed: true }))?.name).toBe('owner');
    expect(firstOpenRoute(law, person())).toBeNull();
  });
});

describe('levers', () => {
  it('count for the part of the year they are in force', () => {
    // 143 of 366 days under the national land law alone, which is worth 0.4
    expect(book('baotou').lever(0, 2024, 'land.rightsKept')).toBeCloseTo((0.4 * 143 + 223) / 366, 12);
    expect(book('baotou').lever(0, 2023, 'permit.paperwork')).toBe(0);
    expect(book('baotou').lever(0, 2025, 'permit.paperwork')).toBe(1);
  });

  it('an order acts in full, an encouragement by half, an exploration as far as asked', () => {
    const levers = (exploreStrength: number) => book('qingyang', { exploreStrength }).on(0, 2023, 1).levers;
    expect(levers(0)['settlement.paperwork']).toBe(1);
    expect(levers(0)['jobs.growth']).toBe(0.5);
    expect(levers(0)['land.paidExit']).toBe(0);
    expect(levers(0.3)['land.paidExit']).toBe(0.3);
  });

  it('a weaker part of a clause has its own force', () => {
    const { levers } = book('sanmenxia').on(0, 2020, 1);
    expect(levers['land.paidExit']).toBe(0.5);
    expect(levers['land.rightsKept']).toBe(1);
    expect(book('chifeng').on(0, 2020, 1).levers['information.awareness']).toBe(0.5);
  });

  it('land rights were worth little before the law of 2019 and the clauses of the cities', () => {
    const strength = (year: number) => book('baotou').lever(0, year, 'land.rightsKept');
    expect([2013, 2015, 2018, 2019, 2025].map(strength)).toEqual([0, 0.2, 0.2, 0.4, 1]);
  });

  it('jobs clauses hold in the places they name', () => {
    const without = ['2.4.1', '2.4.2', '2.4.4'].map((id) => `qingyang-2022:${id}`);
    const growth = (more: string[]) =>
      [0, 1].map(
        (area) => book('qingyang', { without: [...without, ...more] }).on(area, 2023, 1).levers['jobs.growth'],
      );
    expect(growth([])).toEqual([0.5, 0.5]);
    expect(growth(['qingyang-2022:2.3.1'])).toEqual([0, 0.5]);
    expect(growth(['qingyang-2022:2.3.2'])).toEqual([0.5, 0]);
  });

  it('titles in hand explain land rights half as well as an all-round publicity does', () => {
    expect(book('chifeng').on(0, 2020, 1).levers['information.landBelief']).toBe(0.5);
    expect(book('qingyang').on(0, 2023, 1).levers['information.landBelief']).toBe(1);
  });
});

describe('counting', () => {
  it('goes by place from the day of unification', () => {
    const by = (year: number, day: number) => book('chifeng').on(0, year, day).counting.by;
    expect(by(2014, 365)).toBe('kind');
    expect(by(2015, 365)).toBe('place');
    expect(book('qingyang').on(0, 2020, 1).counting.by).toBe('place');
    expect(book('sanmenxia').on(0, 2014, 315).counting.by).toBe('kind');
    expect(book('sanmenxia').on(0, 2014, 316).counting.by).toBe('place');
  });

  it('goes by place everywhere, with no document of the place: later where a region unified later', () => {
    const areas = ['340104', '110108', '130102'].map((code) => ({ code }));
    const law = compileLawBook(documents, { documents: ['national-2014'], areas, without: [], add: [] });
    const by = (area: number, year: number) => law.on(area, year, 365).counting.by;
    expect([2014, 2015, 2016].map((year) => by(0, year))).toEqual(['kind', 'place', 'place']);
    for (const late of [1, 2])
      expect([2014, 2015, 2016].map((year) => by(late, year))).toEqual(['kind', 'kind', 'place']);
  });

  it('follows the latest document', () => {
    const add = [{ clause: 'chifeng-2016:3.1', from: '2023-01-01' }];
    const law = book('qingyang', { add, readings: { 'chifeng-2016:3.1': 'districts' } });
    expect(law.on(0, 2022, 365).counting.within).toBe('towns');
    expect(law.on(0, 2023, 1).counting.within).toBe('districts');
  });

  it('leaves out the banner seats on the narrow reading', () => {
    const within = (readings: Record<string, string>) => book('chifeng', { readings }).on(0, 2020, 1).counting.within;
    expect(within({})).toBe('towns');
    expect(within({ 'chifeng-2016:3.1': 'districts' })).toBe('districts');
  });
});

describe('a clause taken out', () => {
  it('closes its route and leaves the others', () => {
    const names = (without: string[]) =>
      book('chifeng', { without })
        .on(0, 2020, 1)
        .routes.map((r) => r.name);
    expect(names(['chifeng-2016:2.1.2'])).toEqual(names([]).filter((n) => n !== 'long-stay' && n !== 'whole-family'));
  });

  it('moves people to another route that covers them', () => {
    const tenant = person({ dwelling: 'private-rent', work: 'formal', certificate: true });
    const by = (without: string[]) => firstOpenRoute(book('qingyang', { without }).on(0, 2023, 1), tenant)?.clause;
    expect(by([])).toBe('2.1.1');
    expect(by(['qingyang-2022:2.1.1'])).toBe('2.1.5');
    expect(by(['qingyang-2022:2.1.1', 'qingyang-2022:2.1.5'])).toBeUndefined();
  });

  it('of no effect changes nothing on any day', () => {
    const idle = documents.flatMap((d) => d.clauses.filter((c) => c.notModelled).map((c) => `${d.id}:${c.id}`));
    for (const city of ['baotou', 'chifeng', 'qingyang', 'sanmenxia'] as const) {
      const [a, b] = [book(city), book(city, { without: idle })];
      for (let year = 1995; year <= 2026; year++)
        for (const area of [0, 1])
          for (const day of [1, 144, 183, 366])
            expect(plain(b.on(area, year, day))).toEqual(plain(a.on(area, year, day)));
    }
  });

  it('changes nothing before its document', () => {
    const without = ['qingyang-2022'];
    for (let year = 1998; year < 2022; year++)
      expect(plain(book('qingyang', { without }).on(0, year, 200))).toEqual(plain(book('qingyang').on(0, year, 200)));
    expect(plain(book('qingyang', { without }).on(0, 2022, 88))).toEqual(plain(book('qingyang').on(0, 2022, 88)));
    expect(plain(book('qingyang', { without }).on(0, 2022, 89))).not.toEqual(plain(book('qingyang').on(0, 2022, 89)));
  });

  it('of a whole document brings back what it replaced', () => {
    const law = book('chifeng', { without: ['chifeng-2016'] }).on(1, 2020, 1);
    expect(law.routes.map((r) => `${r.document}:${r.clause}`)).toEqual(['national-1998:kin', 'national-2014:towns']);
  });
});

describe('a clause tried in another city', () => {
  const add = [{ clause: 'chifeng-2016:2.1.1.3', from: '2023-06-01' }];

  it('begins on its day, brings its requirement and stands after the city’s own', () => {
    const law = book('qingyang', { add });
    expect(law.on(0, 2023, 151).routes.map((r) => r.name)).not.toContain('business');
    const after = law.on(0, 2023, 152).routes;
    expect(after.at(-1)).toMatchObject({
      name: 'business',
      document: 'chifeng-2016',
      shapedBy: ['chifeng-2016:2.1.1'],
    });
    const owner = person({ licensed: true, dwelling: 'private-rent', leaseMonths: 11 });
    expect(after.at(-1)?.open(owner)).toBe(false);
    expect(after.at(-1)?.open({ ...owner, leaseMonths: 12 })).toBe(true);
  });

  it('holds in every area, wherever it was meant for', () => {
    const law = book('chifeng', { add: [{ clause: 'baotou-2016:open', from: '2020-01-01' }] });
    for (const area of [0, 1]) expect(law.on(area, 2020, 1).routes.map((r) => r.name)).toContain('zero-threshold');
  });
});

describe('a document changed by hand', () => {
  const compiled = (change: (d: PolicyDocument) => PolicyDocument) =>
    compileLawBook(
      documents.map((d) => (d.id === 'qingyang-2022' ? change(d) : d)),
      { documents: ['qingyang-2022'], without: [], add: [], areas: [{ code: '621002' }] },
    );

  it('ends on the day it says', () => {
    const law = compiled((d) => ({ ...d, date: { ...d.date, until: '2025-01-01' } }));
    expect(law.on(0, 2024, 366).routes.map((r) => r.name)).toContain('job');
    expect(law.on(0, 2025, 1).routes.map((r) => r.name)).not.toContain('job');
  });

  it('opens no route by exploring', () => {
    const explored = (c: Clause): Clause => (c.id === '2.1.2' ? { ...c, force: 'explore' } : c);
    const law = compiled((d) => ({ ...d, clauses: d.clauses.map(explored) }));
    expect(law.on(0, 2024, 1).routes.map((r) => r.name)).not.toContain('job');
  });
});

describe('bad options are one line each', () => {
  it.each([
    [
      { documents: ['baotou-2023'] },
      'documents must be a known policy document, got "baotou-2023"; did you mean baotou-2024',
    ],
    [
      { without: ['baotou-2023'] },
      'policy.without must be a known policy document, got "baotou-2023"; did you mean baotou-2024',
    ],
    [{ without: ['baotou-2024:9.9'] }, 'policy.without must be a clause of baotou-2024, got "9.9"'],
    [
      { add: [{ clause: 'chifeng-2016:9', from: '2020-01-01' }] },
      'policy.add must be a clause of chifeng-2016, got "9"',
    ],
    [
      { add: [{ clause: 'chifeng-2016', from: '2020-01-01' }] },
      'policy.add must be a clause (chifeng-2016:2.1.2), got "chifeng-2016"',
    ],
    [
      { add: [{ clause: 'chifeng-2016:2.1.2', from: '2021-02-29' }] },
      'policy.add must be a date like 2024-05-23, got "2021-02-29"',
    ],
    [
      { readings: { 'chifeng-2016:2.1.1': 'loose' } },
      'policy.readings.chifeng-2016:2.1.1 must be towns-open or strict or purposive, got "loose"',
    ],
    [{ readings: { 'chifeng-2016:9': 'strict' } }, 'policy.readings must be a clause of chifeng-2016, got "9"'],
    [
      { readings: { 'baotou-2024:2.2.2.2': 'strict' } },
      'policy.readings.baotou-2024:2.2.2.2 must be left out: the clause has no disputed reading, got "strict"',
    ],
  ])('%j', (options, line) => {
    expect(refused(options)).toBe(line);
  });
});

describe('for every person', () => {
  const anyone = fc.record({
    livesInTown: fc.boolean(),
    tier: fc.constantFrom(...registerTiers),
    registeredRural: fc.boolean(),
    registeredInDistrict: fc.boolean(),
    age: fc.integer({ min: 16, max: 90 }),
    yearsInTown: fc.integer({ min: 0, max: 12 }),
    permitYears: fc.integer({ min: 0, max: 5 }),
    dwelling: fc.constantFrom(...tenures),
    leaseMonths: fc.integer({ min: 0, max: 40 }),
    work: fc.constantFrom(...works),
    insuredYears: fc.integer({ min: 0, max: 9 }),
    licensed: fc.boolean(),
    publicEmployee: fc.boolean(),
    education: fc.constantFrom(...educations),
    vocational: fc.boolean(),
    yearsSinceGraduation: fc.integer({ min: 0, max: 30 }),
    certificate: fc.boolean(),
    veteran: fc.boolean(),
    wholeFamilyInTown: fc.boolean(),
    kinRegisteredHere: fc.boolean(),
  });
  const cities = fc.constantFrom('baotou', 'chifeng', 'qingyang', 'sanmenxia' as const);
  const books = {
    baotou: book('baotou'),
    chifeng: book('chifeng'),
    qingyang: book('qingyang'),
    sanmenxia: book('sanmenxia'),
  };

  it('a longer stay, lease, insurance or permit closes no route', () => {
    fc.assert(
      fc.property(anyone, cities, fc.integer({ min: 1998, max: 2026 }), (a, city, year) => {
        const more = {
          ...a,
          yearsInTown: a.yearsInTown + 1,
          leaseMonths: a.leaseMonths + 1,
          insuredYears: a.insuredYears + 1,
          permitYears: a.permitYears + 1,
        };
        for (const route of books[city].on(0, year, 366).routes)
          expect(route.open(person(more)) || !route.open(person(a))).toBe(true);
      }),
    );
  });

  it('the purposive reading opens whatever the strict one does', () => {
    const wide = book('chifeng', { readings: { 'chifeng-2016:2.1.1': 'purposive' } });
    fc.assert(
      fc.property(anyone, (a) => {
        const strict = firstOpenRoute(books.chifeng.on(0, 2020, 1), person(a));
        expect(firstOpenRoute(wide.on(0, 2020, 1), person(a)) !== null || strict === null).toBe(true);
      }),
    );
  });
});
