/**
 * Quantile of Student's t distribution with a whole number of degrees of freedom, for p in (0.5, 1), to nine digits: the
 * finite series of the distribution (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4), turned round by bisection.
 */
export function studentQuantile(p: number, freedom: number): number {
  let [low, high] = [0, 1];
  while (distribution(high, freedom) < p) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (distribution(middle, freedom) < p) low = middle;
    else high = middle;
  }
  // the last digits of the arc tangent differ between machines; results must not
  return Number(high.toPrecision(9));
}

/** P(T <= t), t >= 0. */
function distribution(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const cosine = Math.cos(angle);
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k <= freedom - 2; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  const within = isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  return (1 + within) / 2;
}
