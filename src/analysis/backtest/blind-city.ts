import type { CityData, VitalTables } from '../../scenario/city-data.ts';

/** Factor on the nation's fertility of a prefecture, as data/fertility-factor.csv has it. */
export interface FertilityOf {
  readonly prefecture: string;
  readonly factor: number;
}

/**
 * A city that knows nothing of its own later census. Its fertility factor was found on the children counted in 2020
 * (data/README.md), so a forecast of 2020 that used it would have seen part of the answer: it is replaced by the mean factor of
 * the training prefectures of its province, or of all of them where there are none. The mortality factor is the province's.
 */
export function blindCity(city: CityData, training: readonly FertilityOf[]): CityData {
  const others = training.filter(({ prefecture }) => prefecture !== city.code);
  const near = others.filter(({ prefecture }) => prefecture.slice(0, 2) === city.code.slice(0, 2));
  const used = near.length > 0 ? near : others;
  if (used.length === 0) throw new RangeError(`no other prefecture to take the fertility of ${city.code} from`);
  const factor = used.reduce((sum, each) => sum + each.factor, 0) / used.length;
  return { ...city, vitals: withFertility(city.vitals, factor, `mean of ${used.length} other prefectures`) };
}

function withFertility(vitals: VitalTables, factor: number, source: string): VitalTables {
  const change = factor / vitals.fertilityFactor.value;
  return {
    ...vitals,
    asfr: vitals.asfr.map((year) => year.map((rate) => rate * change)),
    fertilityFactor: { value: factor, source },
  };
}
