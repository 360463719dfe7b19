import { expect, test } from 'vitest';
import { messages } from '../../src/cli/messages.ts';
import { headlineTable } from '../../src/cli/run/headline-table.ts';
import { headlines } from '../../src/result/headline.ts';
import { summarize } from '../../src/result/summary.ts';

const city = { zh: '包头', en: 'Baotou' };

test.each([
  [1, 'Baotou: one replicate, no interval', '包头：1 次重复，没有区间'],
  [
    9,
    'Baotou: mean of 9 replicates ± its standard error (5%-95% interval; few replicates, rough ends)',
    '包头：9 次重复的均值 ± 标准误（5%–95% 区间；重复少，区间两端粗略）',
  ],
  [
    10,
    'Baotou: mean of 10 replicates ± its standard error (5%-95% interval)',
    '包头：10 次重复的均值 ± 标准误（5%–95% 区间）',
  ],
])('the heading of %i replicates says what their spread is worth', (replicates, en, zh) => {
  expect(messages.headline(city, replicates)).toEqual({ zh, en });
});

test('the registered rate names the way it is counted', () => {
  const headline = (indicator: string, cumulative = false) => ({
    indicator,
    cumulative,
    byYear: [{ year: 2035, summary: summarize([40, 50]) }],
  });
  const headlines = [headline('registered_urbanization_rate'), headline('settled_persons', true)];
  const table = headlineTable(headlines, { zh: '户籍地', en: 'by law: place of register' }, 'en').split('\n');
  expect(table[1]).toMatch(
    /^Registered urbanization rate \(by law: place of register\) +45\.00 ± 5 \(40\.50–49\.50\)$/,
  );
  expect(table[2]).toMatch(/^Persons who settled, cumulative +45 /);
});

test('where a scenario says how registers are counted the other ways stand below, the same figure not twice', () => {
  const rate = 'registered_urbanization_rate';
  const indicators = [rate, `${rate}.by_place`, `${rate}.by_kind`, `${rate}.by_district`];
  const result = {
    ...{ replicate: 0, years: [2020], areas: ['city'], indicators, values: Float64Array.of(50, 50, 49, 30) },
    settlements: [],
  } as unknown as Parameters<typeof headlines>[0][number];
  const told = (definition: 'law' | 'place' | 'kind' | 'districts') =>
    headlines([result], definition).map(({ indicator }) => indicator.replace(`${rate}.`, ''));
  expect(told('law')).toEqual([rate]);
  expect(told('place')).toEqual([rate, 'by_kind', 'by_district']);
  expect(told('kind')).toEqual([rate, 'by_place', 'by_district']);
  expect(told('districts')).toEqual([rate, 'by_place', 'by_kind']);
});
