import { calibrationPath, readCalibration } from '../../../scenario/calibration.ts';
import { InputError, said } from '../../../scenario/errors.ts';
import { messages } from '../../../scenario/messages.ts';
import { withDraws } from '../../../scenario/parameter-draws.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { ReadText } from '../../../scenario/tables.ts';
import { type CalibrationFile, jointFitOf } from '../../calibration/calibration-file.ts';
import { leaveOneOut } from '../../calibration/leave-one-out.ts';

/**
 * Puts into a scenario the parameter draws a calibration would give a city it has never seen: of the fit without that city, or
 * of the whole fit where the city was not part of it.
 * @param name data/calibration/<name>.json
 * @param draws joint draws of each city
 * @throws InputError where there is no such calibration
 */
export function leftOutDraws(read: ReadText, name: string, draws: number): (scenario: Scenario) => Scenario {
  const calibration = readCalibration(read, name);
  if (calibration === null)
    throw new InputError([{ path: '--calibration', ...said(messages.unknownCalibration(name)) }]);
  const file = JSON.parse(read(calibrationPath(name))) as CalibrationFile;
  const leftOut = new Map(leaveOneOut(jointFitOf(file), draws).map(({ city, predictive }) => [city, predictive]));
  const elsewhere = { parameters: calibration.parameters.map((each) => each.name), ...calibration.elsewhere };
  return (scenario) => {
    const without = leftOut.get(scenario.city);
    return without === undefined
      ? withDraws(scenario, elsewhere, name)
      : withDraws(scenario, without, `${name} without ${scenario.city}`);
  };
}
