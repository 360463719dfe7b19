/**
 * luohu as a library: read a scenario, run it on threads, merge and write, or call the kernel without any of that.
 * The command line in cli/ is one user of it.
 */
export { type IndicatorUnit, indicatorName, unitOf } from './indicator/indicators.ts';
export type { ReplicateResult } from './indicator/result.ts';
export { runReplicate } from './kernel/run-replicate.ts';
export type { ReplicateInput } from './kernel/types.ts';
export type { Applicant } from './policy/applicant.ts';
export { compileLawBook } from './policy/compile-law-book.ts';
export type { PolicyDocument } from './policy/document.ts';
export type { Law, LawBook, Route } from './policy/law.ts';
export { allocatePopulation, type Population } from './population/population.ts';
export { synthesize } from './population/synthesis/synthesize.ts';
export { baseKey } from './random/key.ts';
export * from './report/index.ts';
export { type Headline, headlines } from './result/headline.ts';
export type { Manifest } from './result/manifest.ts';
export { mergeIndicators, mergeSettlements } from './result/merge.ts';
export { type FinishedRun, runScenario } from './result/run-scenario.ts';
export { type Summary, summarize } from './result/summary.ts';
export { Interrupted, JobFailed, TooLittleMemory } from './run/errors.ts';
export { type Inputs, loadInputs } from './run/load-inputs.ts';
export { closeSession, openSession, type Session } from './run/session.ts';
export type { CityData } from './scenario/city-data.ts';
export { formatIssue, InputError, type Issue } from './scenario/errors.ts';
export { loadCityData } from './scenario/load-city-data.ts';
export type { Scenario } from './scenario/scenario.ts';
