import { expect, it } from 'vitest';
import type { CalibrationFile } from '../../src/analysis/calibration/calibration-file.ts';
import { calibratedParameters } from '../../src/analysis/calibration/parameters.ts';
import { calibrationReport } from '../../src/cli/calibrate/report.ts';

const names: string[] = ['return.hazard', 'settlement.actHazard'];

const estimate = (ratio: number) => ({ centre: 0.04, low: 0.02, high: 0.08, ratio });
const report = (cities: number, lang: 'zh' | 'en') => {
  const parameters = calibratedParameters
    .filter(({ name }) => names.includes(name))
    .map((parameter) => ({
      ...parameter,
      before: { centre: 0.05, low: 0.02, high: 0.1 },
      common: estimate(0.7),
      spread: { before: 0.2, after: 0.1 },
    }));
  const prefectures = Array.from({ length: cities }, (_, c) => {
    const estimates = [estimate(c === 0 ? 0.5 : 0.9), estimate(0.95)];
    return [String(c), { name: { zh: `市${c}`, en: `City ${c}` }, estimates }] as const;
  });
  const found = { name: 'several', seconds: 61, rounds: 3, ended: 'converged', shift: 0.123, check: 0.5, kinds: [] };
  const file = { ...found, parameters, prefectures: Object.fromEntries(prefectures) } as unknown as CalibrationFile;
  return calibrationReport({ file, place: 'data/calibration/several.json', charts: null }, lang).split('\n');
};
const words = (line: string): string => line.trim().replace(/ {2,}/g, ' | ');

it('has a table for each of a few prefectures, and says what each value rests on', () => {
  const lines = report(1, 'en');
  expect(lines).toContain('Calibration several: City 0 (61 s)');
  expect(lines.some((line) => line.startsWith('converged after 3 rounds; the check on 50% of the households'))).toBe(
    true,
  );
  expect(lines.map(words)).toContain('return.hazard | 5.0% (2.0% … 10%) | 4.0% (2.0% … 8.0%) | 0.50 | figures');
  expect(lines.map(words)).toContain('settlement.actHazard | 5.0% (2.0% … 10%) | 4.0% (2.0% … 8.0%) | 0.95 | prior');
  expect(lines.join('\n')).not.toContain('common value');
});

it('has one line for each of many prefectures, with what its figures settle', () => {
  const lines = report(5, 'en').map(words);
  expect(lines).toContain('City 0 | return.hazard 4.0%');
  expect(lines).toContain('City 4 | nothing');
  expect(lines.join('\n')).toContain('common value (90%)');
});

it('says the same in Chinese', () => {
  const lines = report(5, 'zh').map(words);
  expect(lines).toContain('市4 | 无');
  expect(lines).toContain('在情景文件中写 calibration: several 即可使用');
});
