import type { ParameterSpec } from './parameter.ts';
import { applicant } from './parameters/applicant.ts';
import { base } from './parameters/base.ts';
import { housing } from './parameters/housing.ts';
import { income } from './parameters/income.ts';
import { moves } from './parameters/moves.ts';
import { permit } from './parameters/permit.ts';
import { place } from './parameters/place.ts';
import { reclassification } from './parameters/reclassification.ts';
import { service } from './parameters/service.ts';
import { settlementAwareness } from './parameters/settlement-awareness.ts';
import { settlementUtility } from './parameters/settlement-utility.ts';
import { settlementWish } from './parameters/settlement-wish.ts';
import { vital } from './parameters/vital.ts';
import { work } from './parameters/work.ts';

/** Every parameter of the model, in the order of the processes. City scenarios override the values they know better. */
const specs = {
  ...base,
  ...vital,
  ...income,
  ...work,
  ...place,
  ...moves,
  ...housing,
  ...permit,
  ...settlementWish,
  ...settlementUtility,
  ...settlementAwareness,
  ...applicant,
  ...service,
  ...reclassification,
};

export type ParameterName = keyof typeof specs;
export const parameterSpecs: Readonly<Record<ParameterName, ParameterSpec>> = specs;
export const parameterNames = Object.keys(specs) as ParameterName[];

/** Values in force in one year of one replicate. */
export type ParameterValues = Readonly<Record<ParameterName, number>>;
