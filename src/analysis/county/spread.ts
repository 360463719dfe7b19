import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import type { AreaCensus, CountyFlows } from '../../scenario/city-data.ts';

/** Provinces whose counties were forecast worse: Xinjiang, Tibet, Qinghai; for the urban share Yunnan, Hainan and Guizhou too. */
const HARD = { net: ['65', '54', '63'], urban: ['65', '54', '63'] } as const;
const HARD_URBAN = ['53', '46', '65', '63', '54', '51'];

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * How far the regression was off on counties it had not seen, by kind of county: scale of a Student distribution of ten years' log residents
 * (4.7 degrees of freedom) and of the urban share (5), fitted to the errors of 2,298 units left out (joint-model.md, "Residuals").
 */
export function countySpread(
  { name, level, central, population, urban }: Pick<AreaCensus, 'name' | 'level' | 'central' | 'population' | 'urban'>,
  prefecture: string,
): CountyFlows['spread'] {
  const province = prefecture.slice(0, 2);
  const district = level === 'district' ? 1 : 0;
  const centre = central ? 1 : 0;
  const city = level === 'county' && name.zh.endsWith('市') ? 1 : 0;
  const size = log(Math.max(1, population)) - 12.7;
  const share = within(urban / population, 0.005, 0.995);
  const odds = log(share / (1 - share));
  const hard = (provinces: readonly string[]): number => (provinces.includes(province) ? 1 : 0);
  const net =
    -2.652 +
    (0.443 * district + 0.026 * centre + 0.103 * city) -
    0.112 * within(size, -2.5, 2) +
    0.123 * within(odds, -2, 3) +
    0.178 * hard(HARD.net);
  const points =
    -3.138 +
    (0.015 * district + 0.042 * centre - 0.15 * city) -
    0.041 * size +
    0.101 * odds -
    0.106 * within(odds - 0.5, 0, 3) +
    0.248 * hard(HARD.urban) -
    0.052 * odds * odds +
    0.35 * hard(HARD_URBAN);
  return { net: exp(net), urban: exp(points) };
}
