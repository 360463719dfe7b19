import type { CityData } from '../../../scenario/city-data.ts';

/** Points by which counting registers by place lies above counting them by kind: what the hindcasts of four cities assume. */
const PLACE_OVER_KIND = 0.03;

/** Every city has some registers in villages. */
const MOST = 0.98;

/**
 * A scenario file for any prefecture from the census of 2010 to that of 2020, the same for all of them: what was known in 2010
 * and the nation's wages of the decade, defaults for the rest. Nothing of it was set by looking at the prefecture's 2020.
 */
export function hindcastScenario(city: CityData, { replicates, seed }: { replicates: number; seed: string }): string {
  const nonAgricultural =
    city.areas.reduce(
      (sum, { registered, nonAgriculturalShare2010 }) => sum + registered * nonAgriculturalShare2010,
      0,
    ) / city.registered;
  const town = Math.min(MOST, nonAgricultural + PLACE_OVER_KIND);
  const share = (value: number) => value.toFixed(3);
  return `title: {zh: "${city.name.zh}：2010年起的检验", en: "${city.name.en}: backtest from 2010"}
question: {zh: 从2010年普查能否预测2020年普查, en: Does the census of 2010 tell that of 2020}
city: "${city.code}"
baseYear: 2010
endYear: 2020
seed: ${JSON.stringify(seed)}
replicates: ${replicates}
documents: [national-2014, national-permit-2016]
uncertainty: prior
parameters:
  base.registeredTownShare:
    value: ${share(town)}
    unit: share
    assumption: true
    range: [${share(Math.min(nonAgricultural, town))}, ${share(Math.min(1, town + PLACE_OVER_KIND))}]
    why: ${(100 * nonAgricultural).toFixed(1)} % of the registered held non-agricultural hukou in 2010; counting by place lies a few points higher
  income.townGrowth:
    value: 0.083
    unit: rate/year
    source: out-migrants earned 2,609 yuan in 2013 and 4,549 in 2020 (National Bureau of Statistics)
    confidence: derived
    range: [0.07, 0.1]
  income.villageGrowth:
    value: 0.095
    unit: rate/year
    assumption: true
    range: [0.08, 0.115]
    why: rural income grew faster than wages between the censuses
`;
}
