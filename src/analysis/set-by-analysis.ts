import type { LocalName } from '../scenario/city-data.ts';

/** Reason of a value that an analysis puts in place of the scenario's. */
export const setByAnalysis: LocalName = { zh: '由分析设定', en: 'set by the analysis' };
