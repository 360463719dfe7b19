import type { Localized } from '../../language/language.ts';
import { triangularQuantile } from '../../math/triangular.ts';
import { canonicalJson } from '../../run/hash.ts';
import { type ParameterName, parameterNames, parameterSpecs } from '../../scenario/parameters.ts';
import type { DatedValue, ParameterSetting, Scenario } from '../../scenario/scenario.ts';
import { type Applied, applyLevers, type LeverYears } from '../lever/apply.ts';
import type { Lever } from '../lever/lever.ts';
import type { Evaluation } from '../variations/evaluate.ts';

/** Something that varies, by a number from 0 to 1. */
export type Factor =
  /** A parameter with a range: a quantile of its triangular distribution, as replicates draw it. */
  | { readonly kind: 'parameter'; readonly id: ParameterName; readonly name: Localized }
  /** All calibrated parameters together: a row of the joint posterior. Inside it they hang together and cannot vary alone. */
  | { readonly kind: 'joint'; readonly id: string; readonly name: Localized }
  /** A lever, from off to its most; on or off with equal chance where there is nothing between. */
  | { readonly kind: 'lever'; readonly id: string; readonly name: Localized; readonly lever: Lever }
  /** Luck: which replicate, everything else being the same. */
  | { readonly kind: 'chance'; readonly id: 'chance'; readonly name: Localized };

/** A factor or, as `rest`, all parameters or all levers that the screening found small, moved together. */
export type Studied =
  | Factor
  | { readonly kind: 'rest'; readonly id: 'other parameters' | 'other levers'; readonly factors: readonly Factor[] };

/** Replicates luck chooses from. */
const REPLICATES = 4096;

const chance: Factor = { kind: 'chance', id: 'chance', name: { zh: '偶然', en: 'chance' } };

/** Every factor of a scenario: parameters with a range, the posterior, levers, and luck. */
export function factorsOf(scenario: Scenario, levers: readonly Lever[]): Factor[] {
  const { posterior, parameters } = scenario;
  const varies = ({ range }: DatedValue): boolean => range !== null && range[0] < range[1];
  const own = parameterNames.filter(
    (name) => parameterSpecs[name].drawn && parameters[name].some(varies) && !posterior?.parameters.includes(name),
  );
  const joint: Factor[] =
    posterior === undefined
      ? []
      : [
          {
            kind: 'joint',
            id: `calibration ${posterior.calibration}`,
            name: {
              zh: `校准的 ${posterior.parameters.length} 个参数（联合）`,
              en: `the ${posterior.parameters.length} calibrated parameters together`,
            },
          },
        ];
  return [
    ...own.map((id): Factor => ({ kind: 'parameter', id, name: parameterSpecs[id].name })),
    ...joint,
    ...levers.map((lever): Factor => ({ kind: 'lever', id: lever.id, name: lever.name, lever })),
    chance,
  ];
}

/** The one replicate of the scenario in which every factor is where it is said to be. Factors left out keep their stated value. */
export function evaluationAt(
  inputs: Applied,
  years: LeverYears,
  factors: readonly Factor[],
  at: readonly number[],
): Evaluation {
  const { posterior, ...stated } = inputs.scenario;
  const parameters: Partial<Record<ParameterName, ParameterSetting>> = {};
  const levers: Lever[] = [];
  const settings: number[] = [];
  let replicate = 0;
  factors.forEach((factor, f) => {
    const u = at[f];
    switch (factor.kind) {
      case 'parameter':
        parameters[factor.id] = stated.parameters[factor.id].map((entry) => quantileOf(entry, u));
        break;
      case 'joint': {
        const { parameters: names, draws } = posterior!;
        const row = draws[Math.floor(u * draws.length)];
        names.forEach((name, p) => {
          parameters[name] = [{ ...stated.parameters[name][0], value: row[p], range: null }];
        });
        break;
      }
      case 'lever': {
        const { off, most, discrete } = factor.lever;
        levers.push(factor.lever);
        settings.push(discrete ? (u < 0.5 ? off : most) : off + (most - off) * u);
        break;
      }
      case 'chance':
        replicate = Math.floor(u * REPLICATES);
        break;
    }
  });
  const scenario: Scenario = { ...stated, uncertainty: 'fixed', parameters: { ...stated.parameters, ...parameters } };
  const { scenario: set, documents } = applyLevers({ scenario, documents: inputs.documents }, levers, settings, years);
  const places = factors.flatMap((factor, f) => (factor.kind === 'chance' ? [] : [[keyOf(factor), at[f]]]));
  return { scenario: set, documents, replicate, variation: canonicalJson({ years, places }) };
}

const keyOf = (factor: Factor): object | string =>
  factor.kind === 'lever' ? { ...factor.lever, name: undefined, costs: undefined } : factor.id;

function quantileOf(entry: DatedValue, u: number): DatedValue {
  if (entry.range === null) return entry;
  return { ...entry, value: triangularQuantile(entry.range[0], entry.value, entry.range[1], u), range: null };
}
