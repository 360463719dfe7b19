import type { Language } from '../../language/language.ts';
import { type ParameterName, parameterNames } from '../../scenario/parameters.ts';
import { type Definition, definitions } from '../../scenario/scenario.ts';
import type { Change } from './change.ts';
import { START_SAMPLE, samples } from './scene.ts';

/** Replicates the page offers. */
export const replicateChoices = [4, 8, 12, 20, 40] as const;
const START_REPLICATES = 8;

/** Everything a reader chose: kept in the address, so that reloading or sending it keeps the page. */
export interface PageState {
  readonly scenario: string;
  readonly lang: Language;
  readonly sample: number;
  readonly replicates: number;
  /** Null for the scenario's own. */
  readonly seed: string | null;
  /** How registers are counted on both sides; null for the scenario's own way. */
  readonly definition: Definition | null;
  /** Year of the table; null for the last. */
  readonly year: number | null;
  readonly area: string;
  /** Measure of the chart of differences: an indicator of the table. */
  readonly measure: string;
  readonly change: Change;
}

/** What holds where an address says nothing. */
interface Offered {
  readonly scenarios: readonly string[];
  readonly lang: Language;
}

const START_MEASURE = 'registered_urbanization_rate';

/** The query text of a state, beginning with `?`; what is as at the start is left out. */
export function toAddress(state: PageState): string {
  const query = new URLSearchParams({ scenario: state.scenario, lang: state.lang });
  const put = (name: string, value: string | number | null, start: string | number | null): void => {
    if (value !== null && value !== start) query.set(name, String(value));
  };
  put('sample', state.sample, START_SAMPLE);
  put('replicates', state.replicates, START_REPLICATES);
  put('seed', state.seed, null);
  put('definition', state.definition, null);
  put('year', state.year, null);
  put('area', state.area, 'city');
  put('measure', state.measure, START_MEASURE);
  const { without, add, readings, parameters } = state.change;
  for (const reference of without) query.append('without', reference);
  for (const { clause, from } of add) query.append('add', `${clause}@${from}`);
  for (const [clause, reading] of Object.entries(readings)) query.append('reading', `${clause}@${reading}`);
  for (const name of parameterNames) {
    if (parameters[name] !== undefined) query.append('set', `${name}@${parameters[name]}`);
  }
  return `?${query}`;
}

/** The state of an address; what it says wrongly is as if it said nothing, what the loader can judge is left to it. */
export function fromAddress(text: string, offered: Offered): PageState {
  const query = new URLSearchParams(text);
  const oneOf = <T extends string | number>(name: string, allowed: readonly T[]): T | undefined =>
    allowed.find((each) => query.has(name) && String(each) === query.get(name));
  const year = Number(query.get('year') ?? Number.NaN);
  return {
    scenario: oneOf('scenario', offered.scenarios) ?? offered.scenarios[0],
    lang: oneOf('lang', ['zh', 'en'] as const) ?? offered.lang,
    sample: oneOf('sample', samples) ?? START_SAMPLE,
    replicates: oneOf('replicates', replicateChoices) ?? START_REPLICATES,
    seed: query.get('seed') || null,
    definition: oneOf('definition', definitions) ?? null,
    year: Number.isInteger(year) ? year : null,
    area: query.get('area') || 'city',
    measure: query.get('measure') || START_MEASURE,
    change: {
      without: [...new Set(query.getAll('without'))],
      add: pairs(query, 'add').map(([clause, from]) => ({ clause, from })),
      readings: Object.fromEntries(pairs(query, 'reading')),
      parameters: Object.fromEntries(
        pairs(query, 'set').flatMap(([name, value]) =>
          isParameter(name) && isNumber(value) ? [[name, Number(value)]] : [],
        ),
      ),
    },
  };
}

/** Values of the form `what@how`. */
const pairs = (query: URLSearchParams, name: string): [string, string][] =>
  query.getAll(name).flatMap((text): [string, string][] => {
    const at = text.lastIndexOf('@');
    return at > 0 && at < text.length - 1 ? [[text.slice(0, at), text.slice(at + 1)]] : [];
  });

const isParameter = (name: string): name is ParameterName => (parameterNames as readonly string[]).includes(name);
const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));
