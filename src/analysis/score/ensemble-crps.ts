/**
 * Continuous ranked probability score of an ensemble, in the unit of the forecast; smaller is better.
 *
 * The fair form: mean |x - y| minus the sum of |x_i - x_j| over all pairs divided by 2 m (m - 1). It estimates without bias the
 * score of the distribution the members are drawn from, so that ensembles of different size compare (Ferro 2014, "Fair scores
 * for ensemble forecasts", Quarterly Journal of the Royal Meteorological Society 140). It can fall below zero. One member is
 * a point forecast, whose score is its absolute error (Gneiting & Raftery 2007).
 * @throws RangeError for an ensemble without members
 */
export function ensembleCrps(members: readonly number[], observed: number): number {
  const m = members.length;
  if (m === 0) throw new RangeError('a score needs members');
  let distance = 0;
  for (const member of members) distance += Math.abs(member - observed);
  if (m === 1) return distance;
  // over sorted members the pairs below and above x_(i) leave it with weight 2 i - m + 1 (i from 0)
  const sorted = [...members].sort((a, b) => a - b);
  let spread = 0;
  for (let i = 0; i < m; i++) spread += (2 * i - m + 1) * sorted[i];
  return distance / m - spread / (m * (m - 1));
}
