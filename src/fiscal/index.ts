/**
 * The fiscal office of the model: from the counts of a finished run and a list of coefficients to demand, cost, award and budget.
 * Pure calculation on plain values; README.md says what is counted, what is assumed and why.
 */
export { growthOf } from './book.ts';
export type { Estimate } from './comparison.ts';
export { fiscal } from './fiscal.ts';
export * from './result.ts';
