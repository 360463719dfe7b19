import type { Localized } from '../language/language.ts';

/** Reason of a value that an analysis puts in place of the scenario's. */
export const setByAnalysis: Localized = { zh: '由分析设定', en: 'set by the analysis' };
