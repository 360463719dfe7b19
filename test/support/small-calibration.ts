import type { Calibration } from '../../src/scenario/calibration.ts';

/** A calibration of two parameters on two prefectures, as a file of data/calibration/ holds it. */
export const smallCalibration: Calibration = {
  format: 1,
  baseYear: 2010,
  parameters: [
    { name: 'return.hazard', carries: true },
    { name: 'inMigration.factor', carries: false },
  ],
  elsewhere: { centre: [0.03, 1.2], draws: [[0.031, 1.2]] },
  prefectures: {
    '150200': {
      centre: [0.02, 1.1],
      draws: [
        [0.01, 1],
        [0.02, 1.1],
        [0.03, 1.2],
      ],
    },
    '411200': {
      centre: [0.04, 0.9],
      draws: [
        [0.03, 0.8],
        [0.05, 1],
      ],
    },
  },
};
