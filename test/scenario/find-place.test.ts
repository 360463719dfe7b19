import { expect, test } from 'vitest';
import { type Found, findPlace } from '../../src/scenario/city/find-place.ts';
import { isPlace, readRegions } from '../../src/scenario/city/regions.ts';
import { readData } from '../../src/scenario/read-data.ts';

const regions = readRegions(readData);
const find = (text: string): Found => findPlace(text, regions);
const codesOf = (text: string): readonly string[] => {
  const found = find(text);
  switch (found.kind) {
    case 'place':
      return [found.place.code];
    case 'province':
      return [found.province.code];
    case 'nation':
      return [found.nation.code];
    case 'several':
      return found.among.map(({ code }) => code);
    case 'inside':
      return found.places.map(({ code }) => code);
    case 'unknown':
      return found.near.map(({ code }) => code);
  }
};

test('every place is found by its code and by its whole Chinese name, or asked about where others share it', () => {
  for (const region of regions.values()) {
    if (!isPlace(region)) continue;
    expect(find(region.code), region.code).toEqual({ kind: 'place', place: region });
    for (const text of [region.name.zh, region.name.en, region.pinyin.toUpperCase()]) {
      expect(['place', 'several'], text).toContain(find(text).kind);
      expect(codesOf(text), text).toContain(region.code);
    }
  }
});

test.each([
  ['洛阳', '410300'],
  ['洛阳市', '410300'],
  [' Luo Yang ', '410300'],
  ['合肥', '340100'],
  ['hefei', '340100'],
  ['锡林郭勒', '152500'],
  ['锡林郭勒盟', '152500'],
  ['甘南', '623000'],
  ['临夏州', '622900'],
  ['延边', '222400'],
  ['黔东南', '522600'],
  ['克孜勒苏', '653000'],
  ['大兴安岭', '232700'],
  ['北京', '110100'],
  ['重庆市', '500100'],
  ['500000', '500100'],
  ['济源', '419001'],
  ['东莞', '441900'],
  ['４１０３００', '410300'],
  ['522200', '520600'],
])('%s is the place %s', (text, code) => {
  expect(find(text).kind).toBe('place');
  expect(codesOf(text)).toEqual([code]);
});

test.each([
  ['内蒙古自治区', '150000'],
  ['内蒙古', '150000'],
  ['Inner Mongolia', '150000'],
  ['河南省', '410000'],
  ['620000', '620000'],
  ['广西', '450000'],
  ['西藏', '540000'],
  ['海南省', '460000'],
])('%s is the province %s', (text, code) => {
  expect(find(text).kind).toBe('province');
  expect(codesOf(text)).toEqual([code]);
});

test.each(['中国', '全国', 'China', '000000'])('%s is the nation', (text) => {
  expect(find(text).kind).toBe('nation');
});

test('郑州 is a name, not a kind of unit', () => {
  expect(codesOf('郑州')).toEqual(['410100']);
});

test.each([
  ['two prefectures of one pinyin', 'suzhou', ['320500', '341300']],
  ['a city and its province', '吉林', ['220200', '220000']],
  ['a prefecture and an island', '海南', ['632500', '460000']],
])('%s are told apart: %s', (_, text, codes) => {
  expect(find(text).kind).toBe('several');
  expect(codesOf(text)).toEqual(codes);
});

test.each([
  ['a county leads to its prefecture', '灵宝', ['411200']],
  ['so does its code', '411282', ['411200']],
  ['a district whose name many share leads to all of theirs', '鼓楼区', ['320100', '320300', '350100', '410200']],
])('%s: %s', (_, text, codes) => {
  expect(find(text).kind).toBe('inside');
  expect(codesOf(text)).toEqual(codes);
});

test.each([
  ['a slip of a letter is seen', 'luoyand', '410300'],
  ['a beginning is enough for a hint', 'linxia', '622900'],
  ['a code that is none leads to its neighbours', '340199', '340100'],
])('%s: %s', (_, text, code) => {
  expect(codesOf(text)).toContain(code);
});

test.each(['', '市', 'Paris', '999999', 'constructor', '香港', '台湾省', '澳门', 'Taiwan'])(
  '%j leads nowhere',
  (text) => {
    expect(find(text)).toEqual({ kind: 'unknown', near: [] });
  },
);
