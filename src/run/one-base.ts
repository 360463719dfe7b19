import type { Scenario } from '../scenario/scenario.ts';

/**
 * The scenario for replicates that share one base population, built from the centre of what figures have told of it: each row moves by what
 * another base would have told of the rest.
 */
export function ofOneBase(scenario: Scenario): Scenario {
  const { conditioning } = scenario;
  if (!conditioning?.ofBase?.length || !conditioning.tilt) return scenario;
  const { names, ofBase, centre, rows, tilt } = conditioning;
  const places = ofBase.map((name) => names.indexOf(name));
  const moved = rows.map((row) =>
    names.map((_, n) => {
      if (places.includes(n)) return centre[n];
      return places.reduce((sum, place, b) => sum - tilt[b][n] * (row[place] - centre[place]), row[n]);
    }),
  );
  return { ...scenario, conditioning: { ...conditioning, rows: moved } };
}
