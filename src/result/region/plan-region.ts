import { canonicalJson, sha256 } from '../../run/hash.ts';
import type { SharedData } from '../../run/load-inputs.ts';
import { packageVersion } from '../../run/package.ts';
import { type Member, membersOf } from '../../run/region-members.ts';
import { checkProvince } from '../../scenario/check-tables.ts';
import { placesOf } from '../../scenario/city/find-place.ts';
import { provinceOf, type Region, type Regions, readRegions } from '../../scenario/city/regions.ts';
import type { Overrides } from '../../scenario/command-line.ts';
import type { Manifest } from '../manifest.ts';

/** What is said of a run of a province or the nation; its replicates and years are those of all its places. */
export interface RegionCommand {
  readonly overrides: Overrides & { readonly replicates: number };
  readonly sample: number;
  /** Whether the account of moves between places is to be closed; that of a province alone never is. */
  readonly close: boolean;
}

/** A run of every place of a province or the nation, before anything is computed. */
export interface RegionPlan extends Omit<RegionCommand, 'close'> {
  readonly region: Region;
  /** Name of the result: `china`, `gansu-province`. A city of the province's name keeps its own. */
  readonly id: string;
  /** What was asked for: `china`, a province by its code. */
  readonly asked: string;
  readonly members: readonly Member[];
  readonly regions: Regions;
  readonly closed: boolean;
  /** Name of what is kept until the result is written, which has a hash of its own. */
  readonly folder: string;
}

/** @throws InputError where data of a province are missing or wrong */
export function planRegion({ read }: SharedData, region: Region, command: RegionCommand): RegionPlan {
  const regions = readRegions(read);
  for (const code of new Set(placesOf(region.code, regions).map((place) => provinceOf(place.code))))
    checkProvince(read, code);
  const { overrides, sample, close } = command;
  const isNation = region.level === 'nation';
  const closed = close && isNation;
  const id = isNation ? 'china' : `${region.pinyin}-province`;
  const identity = { region: region.code, overrides, sample, closed, version: packageVersion };
  return {
    region,
    id,
    asked: isNation ? 'china' : region.code,
    members: membersOf(read, regions, region.code, { overrides, sample, wholeOnly: true }),
    regions,
    overrides,
    sample,
    closed,
    folder: `${id}-${sha256(canonicalJson(identity)).slice(0, 10)}`,
  };
}

/** The plan of a finished run again. */
export function recordedPlan(shared: SharedData, { command, region, options }: Manifest): RegionPlan {
  const found = region && readRegions(shared.read).get(region.code);
  if (!region || !found) throw new Error('a region result names its region');
  return planRegion(shared, found, {
    overrides: { ...command.overrides, replicates: options.replicates },
    sample: options.sample,
    close: region.closure !== null,
  });
}
