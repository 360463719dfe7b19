import { type ParameterName, parameterNames } from '../../scenario/parameters.ts';

/** What an office can move, or what clauses are taken to do. */
const policy: readonly ParameterName[] = [
  'school.capacityFactor',
  'school.placesGrowth',
  'rental.capacityFactor',
  'rental.growth',
  'rental.subsidyShare',
  'fund.coverage',
  'fund.rentShare',
  'job.capacityFactor',
  'job.creation',
  'job.policyGrowth',
  'job.trainingGain',
  'settlement.outreach',
  'settlement.hassle',
  'settlement.beliefDecay',
  'settlement.exitYuanPerMu',
  'settlement.exploreStrength',
  'permit.applyHazard',
  'permit.paperworkGain',
  'reclassification.factor',
];

/** What surrounds policy: prices, wages, migration, births, and how readily people act. */
const world: readonly ParameterName[] = [
  'housing.rent',
  'income.townGrowth',
  'income.villageGrowth',
  'inMigration.factor',
  'inMigration.leaveHazard',
  'place.considerHazard',
  'return.hazard',
  'fertility.factor',
  'mortality.factor',
  'tenure.buyHazard',
  'settlement.actHazard',
  'settlement.willingShare',
  'settlement.landBeliefShare',
  'settlement.serviceGain',
  'settlement.peers',
];

/** Every parameter of the model, those people ask about first. */
export const leverGroups: readonly {
  readonly name: 'policy' | 'world' | 'other';
  readonly levers: readonly ParameterName[];
}[] = [
  { name: 'policy', levers: policy },
  { name: 'world', levers: world },
  { name: 'other', levers: parameterNames.filter((name) => !policy.includes(name) && !world.includes(name)) },
];
