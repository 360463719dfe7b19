import { placesOf } from '../scenario/city/find-place.ts';
import type { Region, Regions } from '../scenario/city/regions.ts';

/**
 * A place that has no scenario of its own is run by the one `luohu new` would write for it, made when it is read. It is named like a
 * file, `place:340100/hefei.yaml`, wherever a scenario is: what a manifest keeps is enough to make it again.
 */
const pattern = /^place:(\d{6})\/([^/]+)\.yaml$/;

/** Name of a place in Latin letters, with the code where another place shares it. */
export function slugOf({ code, pinyin }: Region, regions: Regions): string {
  const isShared = placesOf('000000', regions).some((other) => other.pinyin === pinyin && other.code !== code);
  return isShared ? `${pinyin}-${code}` : pinyin;
}

/** The name by which the scenario of a place is read. */
export const placeScenario = (region: Region, regions: Regions): string =>
  `place:${region.code}/${slugOf(region, regions)}.yaml`;

/** Code of the place and the name of its scenario; null for the path of a file. */
export function readPlaceName(scenario: string): { readonly code: string; readonly id: string } | null {
  const [, code, id] = pattern.exec(scenario) ?? [];
  return code === undefined || id === undefined ? null : { code, id };
}

export const isPlaceScenario = (scenario: string): boolean => pattern.test(scenario);
