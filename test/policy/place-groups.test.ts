import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { covers } from '../../src/policy/areas.ts';
import { documentTable } from '../../src/policy/document-table.ts';
import { parseDocumentFile } from '../../src/policy/load-documents.ts';
import { type CitySizes, placesOf, withPlaces } from '../../src/policy/place-groups.ts';
import { readCitySizes } from '../../src/run/city-sizes.ts';
import { InputError } from '../../src/scenario/errors.ts';
import { readData } from '../../src/scenario/read-data.ts';
import { documentOf } from './documents.ts';

const good = readFileSync(new URL('bad/good.yaml', import.meta.url), 'utf8').replace(/^area: .*\n/m, '');
const nation = good.replace('level: city', 'level: nation');

const group =
  "  - name: middling\n    called: { zh: 中等, en: middling }\n    citySize: { census: 2010, atLeast: 100, below: 200 }\n    except: ['340000']";
const written = (places: string, where = 'middling'): string =>
  nation
    .replace('clauses:', `places:\n${places}\nclauses:`)
    .replace('coResident: true', `coResident: true\n        where: [${where}]`);

function mistakes(text: string, lang: 'zh' | 'en' = 'en'): string[] {
  try {
    parseDocumentFile(text, 'd.yaml', lang);
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
  return [];
}

const sizes: CitySizes = {
  2010: new Map([
    ['320100', 99],
    ['320200', 100],
    ['320300', 199],
    ['320400', 200],
    ['340000', 150],
  ]),
  2020: new Map([['320500', 150]]),
};

describe('a group of cities by size', () => {
  const document = withPlaces(parseDocumentFile(written(group), 'd.yaml'), () => sizes);

  it('takes the least size in and leaves the greatest and the exceptions out, by the census it names', () => {
    expect(document.places[0]?.districtsOf).toEqual(['320200', '320300']);
  });

  it('covers the districts of those cities and not their counties', () => {
    const where = placesOf(['middling', '999999'], document.places);
    expect(where).toEqual(['districts:320200', 'districts:320300', '999999']);
    expect(['320202', '320271', '320281', '320221', '320402'].map((code) => covers(where, code))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(covers(['districts:140900'], '170971')).toBe(true);
  });

  it('is told with the count it is read from and how many cities it has', () => {
    const [effect] = documentTable(document)[0]!.effect;
    expect(effect?.en).toContain(
      '(only in the districts of middling (2 cities, by the urban residents of all districts in the census of 2010))',
    );
    expect(effect?.zh).toContain('只在中等的市辖区（按2010年普查市辖区城镇人口，2个市）');
  });

  it('asks for the sizes only where a group has one', () => {
    const listed = "  - name: middling\n    called: { zh: 中等, en: middling }\n    districtsOf: ['320100']";
    const unread = () => {
      throw new Error('read');
    };
    const named = withPlaces(parseDocumentFile(written(listed), 'd.yaml'), unread);
    expect(placesOf(['middling'], named.places)).toEqual(['districts:320100']);
    expect(() => withPlaces(parseDocumentFile(written(group), 'd.yaml'), unread)).toThrow('read');
  });

  const wrong: [string, string, string, string][] = [
    [
      'an unknown group',
      written(group, 'midling'),
      'must be a six-digit division code or one of districts, counties, middling, got midling',
      '应为六位区划代码、districts、counties、middling，实际为 midling',
    ],
    [
      'a group twice',
      written(`${group}\n${group}`),
      'places.1.name must be a new name, got middling again',
      'places.1.name 应为新的名称，实际重复 middling',
    ],
    [
      'a word of all documents',
      written(group.replace('middling', 'counties'), 'counties'),
      'places.0.name must be a new name, got counties again',
      '应为新的名称',
    ],
    [
      'neither size nor list',
      written(group.replace(/\n {4}citySize.*/, '')),
      'places.0 must have either citySize or districtsOf, got neither',
      '应在 citySize 与 districtsOf 中选一，实际都没有',
    ],
    [
      'a size upside down',
      written(group.replace('below: 200', 'below: 100')),
      'places.0.citySize.below must be greater than 100, got 100',
      '应大于 100，实际为 100',
    ],
    [
      'an unknown census',
      written(group.replace('2010', '2000')),
      'places.0.citySize.census must be 2010 or 2020, got 2000',
      '应为 2010 或 2020，实际为 2000',
    ],
  ];
  it.each(wrong)('refuses %s in one line, in the language asked for', (_, text, en, zh) => {
    expect(mistakes(text)).toHaveLength(1);
    expect(mistakes(text)[0]).toContain(en);
    expect(mistakes(text, 'zh').join('')).toContain(zh);
  });
});

describe('the classes of the national opinion of 2014', () => {
  const { places } = documentOf('national-2014');
  const classOf = (code: string): string | undefined =>
    places.find(({ districtsOf }) => districtsOf.includes(code))?.name;

  it('part all prefectures of 2010 under 5 million, each into one', () => {
    const all = places.flatMap(({ districtsOf }) => districtsOf);
    expect(new Set(all).size).toBe(all.length);
    const under = [...readCitySizes(readData)[2010]].filter(([, urban]) => urban < 5_000_000).map(([code]) => code);
    expect([...all].sort()).toEqual(under.sort());
  });

  it.each([
    ['621000', 'small-cities'],
    ['411200', 'small-cities'],
    ['150400', 'medium-cities'],
    ['150200', 'large-cities'],
    ['410100', 'larger-cities'],
    ['230100', 'larger-cities'],
    ['110100', undefined],
    ['310100', undefined],
    ['440300', undefined],
    ['441900', undefined],
  ])('%s is of %s', (code, name) => expect(classOf(code)).toBe(name));
});
