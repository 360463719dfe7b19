import { describe, expect, it } from 'vitest';
import { normalDraws } from '../../src/analysis/calibration/normal-draws.ts';
import { splitVariance } from '../../src/analysis/calibration/split-variance.ts';
import { withAnswer } from '../../src/analysis/calibration/variance-design.ts';
import { loadScenario } from '../../src/scenario/load-scenario.ts';
import { parameterSpecs } from '../../src/scenario/parameters.ts';
import { options } from '../scenario/options.ts';

/** A linear model: chance of variance 4, paths of variance 1, parameters of variance 9, an answer that adds `effect`. */
function design(replicates: number, effect: number) {
  const draws = normalDraws(`variance ${replicates}`, replicates, 4);
  const fixed = draws.map(([chance]) => 50 + 2 * chance);
  const paths = draws.map(([, , , path], r) => fixed[r] + path);
  const drawn = draws.map(([, parameter], r) => paths[r] + 3 * parameter);
  const other = draws.map(([, , own], r) => effect + drawn[r] + 0.5 * own);
  return { fixed, paths, drawn, answers: { question: [other] } };
}

describe('splitVariance', () => {
  it('finds the four parts of a model that is made of them', () => {
    const { chance, paths, parameters, structure, total } = splitVariance(design(800, 6));
    for (const [{ variance, standardError }, truth] of [
      [chance, 4],
      [paths, 1],
      [parameters, 9],
      [structure, 9], // two answers six apart, equally likely
      [total, 23],
    ] as const) {
      expect(standardError).toBeLessThan(1.3);
      expect(Math.abs(variance - truth)).toBeLessThan(3 * standardError + 0.02);
    }
  });

  it('finds no structure where the answers only differ by chance, and may say so below 0', () => {
    const { structure, questions } = splitVariance(design(30, 0));
    expect(Math.abs(structure.variance)).toBeLessThan(0.01);
    expect(questions['question']).toEqual(structure);
  });

  it('tells by its standard errors that twenty replicates know little', () => {
    const { parameters } = splitVariance(design(20, 6));
    expect(parameters.standardError).toBeGreaterThan(1);
    expect(Math.abs(parameters.variance - 9)).toBeLessThan(3 * parameters.standardError);
  });

  it('needs four replicates', () => {
    expect(() => splitVariance(design(3, 0))).toThrow('must have four replicates or more, got 3');
  });
});

describe('withAnswer', () => {
  const text = options.read('test/scenario/good.yaml');
  const load = (more: string) => loadScenario('good.yaml', { ...options, read: () => `${text}${more}` }).scenario;

  it('sets what the answer says, and takes it back for the default answer', () => {
    const raises = withAnswer(load(''), 'own-dwelling', 'raises');
    expect(raises.parameters['settlement.owns'][0]).toMatchObject({ value: 0.15, range: [0, 0.3] });
    expect(raises).toEqual({ ...load('structure: {own-dwelling: raises}\n'), parameters: raises.parameters });
    const { value, range } = parameterSpecs['settlement.owns'];
    const back = withAnswer(load('structure: {own-dwelling: raises}\n'), 'own-dwelling', 'lowers');
    expect(back.parameters['settlement.owns'][0]).toMatchObject({ value, range });
  });

  it('leaves a parameter the scenario itself sets', () => {
    const own = load('  settlement.owns: {value: 0.05, unit: utility, source: a table}\n');
    expect(withAnswer(own, 'own-dwelling', 'raises').parameters).toEqual(own.parameters);
  });
});
