import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { comparedNames, headlineNames } from '../../src/indicator/headlines.ts';
import {
  dictionary,
  indicatorName,
  indicators,
  isFiscal,
  isInPoints,
  isOfAward,
  isPercent,
  isSummed,
  kindNames,
  unitNames,
  unitOf,
} from '../../src/indicator/indicators.ts';

it('the indicators of a replicate are written in this order and these units', () => {
  const written = readFileSync(new URL('written-order.csv', import.meta.url), 'utf8');
  expect(['indicator,unit', ...indicators.map(({ name, unit }) => `${name},${unit}`), ''].join('\n')).toBe(written);
});

it('no name stands for two indicators', () => {
  const names = dictionary.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

it('every indicator has a name in Chinese and in English, and a unit and a kind of the closed lists', () => {
  for (const { name, label, unit, kind } of dictionary) {
    expect(label.zh, name).toMatch(/^[\u4e00-\u9fff（），\d+-]+$/);
    expect(label.en, name).toMatch(/^[A-Z][^_]+$/);
    expect(Object.keys(unitNames)).toContain(unit);
    expect(Object.keys(kindNames)).toContain(kind);
  }
});

it('definitions are one sentence in each language and end without a full stop', () => {
  for (const { name, definition } of dictionary) {
    expect(definition.zh, name).toMatch(/^[\u4e00-\u9fff\d][^。.]*[^。.；，]$/);
    expect(definition.en, name).toMatch(/^[A-Z][^.]*[a-z\d)]$/);
    expect(definition.en, name).not.toMatch(/[\u4e00-\u9fff]/);
  }
});

it('what a part of a name means is said in both languages, without the marks that part meanings', () => {
  for (const { name, parts } of dictionary)
    for (const { name: part, means } of parts) {
      expect(name).toContain(`.${part}`);
      expect(means.zh, name).toMatch(/^[\u4e00-\u9fff\d]/);
      for (const said of [means.zh, means.en]) expect(said, name).not.toMatch(/;| \/ |=|[。.]$/);
    }
});

it('every part of a name after its stem means something, but for the stages of pupils, which have names of their own', () => {
  const bare = dictionary.filter(
    ({ name, parts }) => name.split('.').length > 1 + parts.flatMap((part) => part.name.split('.')).length,
  );
  for (const { name } of bare) expect(name).toMatch(/^pupils\./);
});

it('an indicator is named by its row and its parts, a family by what its indicators share', () => {
  expect(indicatorName('pupils.primary')).toEqual({ zh: '小学在校生', en: 'Primary pupils' });
  expect(indicatorName('pupils.primary.accompanying').en).toBe('Primary pupils (accompanying)');
  expect(indicatorName('residents_by_age.male.20-24').zh).toBe('常住人口（男，20-24）');
  expect(indicatorName('settled_persons.age.60+').en).toBe('Persons who settled (age, 60+)');
  expect(indicatorName('resident_rate_change').en).toBe('Change of the resident urbanization rate');
  expect(indicatorName('by_status.senior').zh).toBe('按户籍状态分的服务对象（高中阶段）');
});

it('what has no name shows its code; what has no row has no unit', () => {
  expect(indicatorName('constructor').en).toBe('constructor');
  expect(indicatorName('new_thing.x').zh).toBe('new_thing.x');
  expect(() => unitOf('new_thing')).toThrow('no indicator new_thing');
});

it('only flows are added up, and not those told year by year', () => {
  for (const { name, kind } of indicators) if (isSummed(name)) expect(kind, name).toBe('flow');
  for (const name of ['settled_persons.age.0-14', 'births', 'rent_subsidy_households', 'register_out.students'])
    expect(isSummed(name), name).toBe(true);
  for (const name of ['moves.village.town', 'award_settlers', 'eligible_share', 'resident_population', 'nothing'])
    expect(isSummed(name), name).toBe(false);
});

it('the fiscal office reads services by status and settlers, the award its own in every replicate', () => {
  for (const name of ['by_status.senior.permit', 'town_pupils.primary', 'settled_persons.same_city', 'permit_holders'])
    expect([isFiscal(name), isOfAward(name)], name).toEqual([true, false]);
  for (const name of ['award_settlers.province.students', 'award_children', 'permits_issued'])
    expect([isFiscal(name), isOfAward(name)], name).toEqual([true, true]);
  expect(isFiscal('left_behind_children')).toBe(false);
});

it('shares are percent, their differences points', () => {
  expect([isPercent('eligible_share'), isInPoints('eligible_share')]).toEqual([true, true]);
  expect([isPercent('rate_gap'), isInPoints('rate_gap')]).toEqual([false, true]);
  expect([isPercent('births'), isInPoints('births')]).toEqual([false, false]);
  expect(isPercent('registered_urbanization_rate.by_kind')).toBe(true);
});

it('headlines name each indicator once', () => {
  for (const names of [headlineNames, comparedNames]) expect(new Set(names).size).toBe(names.length);
});
