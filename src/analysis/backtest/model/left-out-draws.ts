import { calibrationPath, readCalibration } from '../../../scenario/calibration.ts';
import { InputError, said } from '../../../scenario/errors.ts';
import { messages } from '../../../scenario/messages.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { ReadText } from '../../../scenario/tables.ts';
import { withDraws } from '../../../scenario/with-draws.ts';
import { type CalibrationFile, jointFitOf } from '../../calibration/calibration-file.ts';
import { leaveOneOut } from '../../calibration/leave-one-out.ts';
import type { Discrepancy } from '../../calibration/linear-model.ts';

/** What a calibration says of prefectures it has never seen. */
interface Unseen {
  /** The scenario with parameter draws of the fit without its city, or of the whole fit where the city was not part of it. */
  readonly scenario: (scenario: Scenario) => Scenario;
  /** What the model misses at any parameters, as the other prefectures show it: variance by indicator. */
  readonly discrepancyOf: (prefecture: string) => Readonly<Record<string, Discrepancy>>;
}

/**
 * Reads a calibration for a test on prefectures left out, each in turn.
 * @param name data/calibration/<name>.json
 * @param draws joint draws of each city
 * @throws InputError where there is no such calibration
 */
export function leftOutDraws(read: ReadText, name: string, draws: number): Unseen {
  const calibration = readCalibration(read, name);
  if (calibration === null)
    throw new InputError([{ path: '--calibration', ...said(messages.unknownCalibration(name)) }]);
  const file = JSON.parse(read(calibrationPath(name))) as CalibrationFile;
  const leftOut = new Map(leaveOneOut(jointFitOf(file), draws).map((each) => [each.city, each]));
  const elsewhere = { parameters: calibration.parameters.map((each) => each.name), ...calibration.elsewhere };
  return {
    scenario: (scenario) => {
      const without = leftOut.get(scenario.city);
      return without === undefined
        ? withDraws(scenario, elsewhere, name)
        : withDraws(scenario, without.predictive, `${name} without ${scenario.city}`);
    },
    discrepancyOf: (prefecture) => (leftOut.get(prefecture) ?? file.variances).discrepancy,
  };
}
