import { expect, test } from 'vitest';
import { findPrefecture } from '../../src/analysis/new-scenario/find-prefecture.ts';
import { readRegions } from '../../src/scenario/city/regions.ts';
import { readData } from '../../src/scenario/read-data.ts';

const regions = readRegions(readData);
const codeOf = (text: string): string | undefined => {
  const found = findPrefecture(text, regions);
  return 'prefecture' in found ? found.prefecture.code : undefined;
};
const nearTo = (text: string): readonly string[] => {
  const found = findPrefecture(text, regions);
  return 'near' in found ? found.near.map(({ code }) => code) : [];
};

test('every prefecture is found by its code, its name and its pinyin', () => {
  for (const { code, name, pinyin, level } of regions.values()) {
    if (level !== 'prefecture') continue;
    for (const text of [code, name.zh, name.en, pinyin, pinyin.toUpperCase()]) expect(codeOf(text), text).toBe(code);
  }
});

test.each([
  ['洛阳', '410300'],
  ['洛阳市', '410300'],
  [' Luo Yang ', '410300'],
  ['锡林郭勒', '152500'],
  ['锡林郭勒盟', '152500'],
  ['甘南', '623000'],
  ['临夏州', '622900'],
  ['４１０３００', '410300'],
])('%s is %s', (text, code) => {
  expect(codeOf(text)).toBe(code);
});

test('郑州 is a name, not a kind of unit', () => {
  expect(codeOf('郑州')).toBe('410100');
});

test.each([
  ['a county leads to its prefecture', '灵宝', '411200'],
  ['so does its code', '411282', '411200'],
  ['a slip of a letter is seen', 'luoyand', '410300'],
  ['a beginning is enough for a hint', 'linxia', '622900'],
])('%s: %s', (_, text, code) => {
  expect(codeOf(text)).toBeUndefined();
  expect(nearTo(text)).toContain(code);
});

test('a beginning that several share names them all and chooses none', () => {
  expect(nearTo('平')).toEqual(['410400', '620800']);
  expect(nearTo('xin')).toEqual(['410700', '411500']);
});

test('a province names some of its prefectures', () => {
  expect(nearTo('河南省')).toHaveLength(5);
});

test.each(['', '市', 'Paris', '999999', 'constructor'])('%j leads nowhere', (text) => {
  expect(codeOf(text)).toBeUndefined();
  expect(nearTo(text)).toEqual([]);
});
