import { expect, test } from 'vitest';
import { luohu } from './luohu.ts';

interface Told {
  readonly indicator: string;
  readonly unit: string;
  readonly kind: string;
  readonly dimensions: readonly object[];
}

test('an indicator is found by code, by Chinese and by English words, whatever the case', () => {
  for (const words of [['by_status.senior.permit'], ['高中', '持居住证'], ['SENIOR secondary', 'with a Permit']]) {
    const { status, stdout } = luohu(['indicators', ...words]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^by_status\.senior\.permit +Served, by register status \(senior secondary, with a permit\)/m,
    );
  }
});

test('the table tells unit, kind and definition, and below it what the parts of the codes mean', () => {
  const { stdout } = luohu(['indicators', 'by_status.senior.permit', '--lang', 'zh']);
  expect(stdout).toMatch(/^指标 +名称 +单位 +类型 +定义/);
  expect(stdout).toMatch(/人 +存量 +年末一项服务的对象/);
  expect(stdout).toContain('  senior：15–17岁在校者\n  permit：人户分离，持居住证\n');
});

test('without a word the whole dictionary is listed, the money of the pages with it', () => {
  const all = JSON.parse(luohu(['indicators', '--json']).stdout) as Told[];
  expect(all.map(({ indicator }) => indicator)).toEqual(expect.arrayContaining(['rate_gap', 'award_balance_yuan']));
  expect(all.find(({ indicator }) => indicator === 'moves.village.town')).toEqual({
    indicator: 'moves.village.town',
    name: { zh: '迁移人次（村，县城和镇）', en: 'Moves (village, county town)' },
    unit: 'persons',
    kind: 'flow',
    definition: {
      zh: '全市当年从一类地方迁到另一类地方的人次，先写迁出地',
      en: 'Moves in the year from one kind of place to another in the whole city, the place left named first',
    },
    dimensions: [
      { part: 'village', means: { zh: '本市的村', en: 'villages of the city' } },
      { part: 'town', means: { zh: '各县的城镇', en: 'towns of the counties' } },
    ],
  });
});

test('a word nothing holds is refused in one line with the nearest name', () => {
  expect(luohu(['indicators', 'permitt'])).toEqual({
    status: 2,
    stdout: '',
    stderr: `must be words of an indicator's code, name or definition, got "permitt"; did you mean "permit"?\n`,
  });
  expect(luohu(['indicators', '落户人', '--lang', 'zh', '出生人数数数数']).stderr).toBe(
    '应为指标的代码、名称或定义中的词，实际为 "落户人 出生人数数数数"\n',
  );
  expect(luohu(['indicators', '租凭补贴户', '--lang', 'zh']).stderr).toContain('；是指 租赁补贴户 吗？');
});
