import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Target } from '../../report/chart-input.ts';
import { countyTiles } from '../../report/map/tile-places.ts';
import { middleBase } from '../../run/drawn-base.ts';
import { placeOf } from '../../run/input-file.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { packageRoot } from '../../run/package.ts';
import { readCalibration } from '../../scenario/calibration.ts';
import { readRegions } from '../../scenario/city/regions.ts';
import { lastVitalYear } from '../../scenario/city/vital-tables.ts';
import { readCoefficients } from '../../scenario/coefficient-table.ts';
import { loadObservations } from '../../scenario/load-observations.ts';
import { readChain } from '../../scenario/read-chain.ts';
import { readData } from '../../scenario/read-data.ts';
import { withSourceNames } from '../../scenario/source-names.ts';
import { basedOn } from '../scene/based-on.ts';
import type { Scene } from '../scene/scene.ts';

/** Address of a base population made beforehand. */
export const baseFile = (id: string, sample: number): string => `bases/${id}-${sample}.bin`;

/**
 * All the page needs of a scenario.
 * @param targets what its documents promise
 * @param prepared samples there are base populations of
 */
export function sceneOf(
  { command, scenario, city }: Inputs,
  targets: readonly Target[],
  prepared: readonly number[],
): Scene {
  const name = scenario.posterior?.calibration;
  const calibration = name === undefined ? null : readCalibration(readData, name);
  const own = calibration?.prefectures[city.code];
  const codes = city.areas.map(({ code }) => code);
  return {
    id: scenario.id,
    files: filesOf(placeOf(command.scenario)),
    // where figures told of registers, those of the base year as they are known now
    city: middleBase({ city, scenario }).city,
    calibration:
      name === undefined || calibration === null
        ? null
        : { name, content: { ...calibration, prefectures: own ? { [city.code]: own } : {} } },
    lastVitalYear: lastVitalYear(readData),
    observations: withSourceNames(readData, [
      ...loadObservations(readData, city.code, codes),
      ...(scenario.figures ?? []),
    ]),
    ...(scenario.conditioning ? { conditioning: scenario.conditioning } : {}),
    targets,
    tiles: countyTiles(city.areas, readRegions(readData)).tiles?.areas ?? [],
    coefficients: readCoefficients(readData, city.code),
    bases: prepared.map((sample) => ({
      sample,
      file: baseFile(encodeURIComponent(scenario.id), sample),
      made: basedOn(scenario),
    })),
  };
}

/** The scenario and what it extends, by their way from the package: the page's loader follows the same steps. */
function filesOf(place: string): Scene['files'] {
  const top = path.relative(packageRoot, place).split(path.sep).join('/');
  const { sources } = readChain(top, (file) => readFileSync(path.resolve(packageRoot, file), 'utf8'), 'en');
  return sources.map(({ file, text }) => ({ path: file, text }));
}
