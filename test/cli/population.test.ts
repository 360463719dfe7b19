import { expect, test } from 'vitest';
import { luohu } from './luohu.ts';

test('the fit is told in words a planner reads, in both languages', { timeout: 120_000 }, () => {
  const [en, zh] = ['en', 'zh'].map((lang) => luohu(['population', '411200', '--lang', lang]).stdout) as [
    string,
    string,
  ];
  for (const text of [en, zh]) expect(text).not.toMatch(/[a-z]_[a-z]/);
  expect(en).toMatch(/^Share married, 15 and over +percentage points +14 +– +\d+\.\d\d +\d+\.\d\d +0\.\d{4}$/m);
  expect(en).toMatch(/^TAE: total absolute error/m);
  expect(en).toMatch(/^\* not comparable: the census \(16% of the residents\) also counts townspeople/m);
  expect(zh).toMatch(/^常住人口：年龄、性别 +人 +266 +2,034,872 /m);
  expect(zh).toMatch(/^TAE 为各格绝对误差之和/m);
  expect(zh).toMatch(/^\* 不可比：普查的人户分离（占常住人口 16%）/m);
});

test('the census of 2010 asks for one share more', { timeout: 120_000 }, () => {
  expect(luohu(['population', '411200', '--year', '2010']).stdout).toMatch(
    /^Share of non-agricultural hukou +percentage points/m,
  );
});

test('a prefecture may be named by code, in Chinese or in pinyin', { timeout: 120_000 }, () => {
  const [code, ...names] = ['152900', '阿拉善', 'alxa'].map(
    (name) => luohu(['population', name, '--year', '2010', '--lang', 'en']).stdout,
  );
  expect(code).toMatch(/^Base population of Alxa League 2010: \d{3},\d{3} persons/);
  expect(names).toEqual([code, code]);
});
