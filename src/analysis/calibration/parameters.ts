import type { ParameterName } from '../../scenario/parameters.ts';
import type { TransformName } from './transform.ts';

/** A parameter the calibration estimates. */
export interface CalibratedParameter {
  readonly name: ParameterName;
  /** Scale it is estimated on. */
  readonly scale: TransformName;
  /** `prefecture`: values of their own about a common one; `common`: one value for all. */
  readonly level: 'prefecture' | 'common';
  /** Whether values fitted on 2010-20 also hold for a run that begins in 2020. */
  readonly carries: boolean;
  /** Central 90 % of belief where it is not the range of src/scenario/parameters.ts. */
  readonly prior?: readonly [number, number];
  /** Reason for the level, for carrying and for a prior of its own. */
  readonly why: string;
}

/** What is estimated: one parameter a line. A parameter is taken up or left out here and nowhere else. */
// biome-ignore format: a table to be read down, one parameter a line
export const calibratedParameters: readonly CalibratedParameter[] = [
  { name: 'place.considerHazard', scale: 'logit', level: 'common', carries: true, why: 'the census moves with it more than with any other parameter; a trait of people, which the constants of places must not stand in for' },
  { name: 'return.hazard', scale: 'logit', level: 'common', carries: true, why: 'people rather than places return; stocks of two censuses cannot part it from going out place by place' },
  { name: 'inMigration.factor', scale: 'log', level: 'prefecture', carries: false, prior: [0.7, 1.4], why: 'arrivals over those of the flows of the counties: what a place has counted of its own may say' },
  { name: 'settlement.actHazard', scale: 'logit', level: 'common', carries: true, why: 'no census counts settlements; only through the school places and years in town they bring' },
  { name: 'settlement.indifferentShare', scale: 'logit', level: 'common', carries: true, why: 'as above' },
  { name: 'reclassification.factor', scale: 'log', level: 'prefecture', carries: true, why: 'boundaries are redrawn prefecture by prefecture' },
  { name: 'job.creation', scale: 'log', level: 'prefecture', carries: false, prior: [0.006, 0.016], why: 'jobs of 2010-20 arose at a pace of their own, of the size the hindcast scenarios give; a projection states its own' },
];
