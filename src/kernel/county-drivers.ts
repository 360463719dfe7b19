import type { CountyDrivers } from '../process/state.ts';
import { designOf } from '../random/design.ts';
import { autoregressivePath, normalOf } from '../random/path.ts';
import type { CityData } from '../scenario/city-data.ts';
import type { ParameterValues } from '../scenario/parameters.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Years that the spreads of the prospects are told for. */
const DECADE = 10;

/**
 * Net migration a year, per resident, of all counties of a prefecture together: constant over the years, and a path about it. From 235
 * prefectures' bulletins of 2021-23 about their prospects (src/analysis/calibration/joint-model.md, "Pace after 2020").
 */
const PREFECTURE_CONSTANT = 0.0045;
const PREFECTURE_PATH = { persistence: 0.85, innovation: 0.0018 } as const;
/** Share of a county's variance that is not its prefecture's. */
const OWN_VARIANCE = 0.9;
/**
 * Of persons moved by a shock in every one of ten years so many are moved at their end: others have gone home or on, who has left leaves no more,
 * and flows cannot fall below nothing. Measured on runs (0.55 and 0.65) and set lower, so that 90 % intervals hold in hindcasts of all counties together.
 */
const KEPT = { net: 0.47, urban: 0.47 } as const;
/** Degrees of freedom of what counties miss: growth by land, zones, mines. */
const FREEDOM = { net: 4.7, urban: 5 } as const;
/** Change a year of a prefecture's urban share beside that of its counties. */
const PREFECTURE_URBAN_PATH = { persistence: 0.8, innovation: 0.0008 } as const;
const PREFECTURE_URBAN_CONSTANT = 0.0012;

/**
 * What drives the counties of one replicate away from the middle of their flows: shocks to rates, never to results, so that births, pupils and
 * money of the replicate move with them. Keyed by the codes of county and prefecture: the same in every scenario of the same seed, and in
 * the city by itself as in its province.
 * @param parameters values by year, the base year first
 */
export function countyDrivers(
  scenario: Pick<Scenario, 'seed' | 'uncertainty' | 'city' | 'baseYear' | 'given'>,
  { areas, flows }: Pick<CityData, 'areas' | 'flows'>,
  replicate: number,
  parameters: readonly ParameterValues[],
): CountyDrivers {
  const { uncertainty, given, city: code, baseYear } = scenario;
  if (uncertainty === 'fixed' && given === undefined) {
    const none = parameters.map(() => new Float64Array(areas.length));
    return { net: none, urban: none };
  }
  const key = designOf(scenario);
  const span = [baseYear, baseYear + parameters.length - 1] as const;
  const common = {
    net: PREFECTURE_CONSTANT * normalOf(key, `net ${code}`, replicate),
    urban: PREFECTURE_URBAN_CONSTANT * normalOf(key, `urban ${code}`, replicate),
  };
  const netPath = autoregressivePath(key, `net ${code}`, replicate, PREFECTURE_PATH, span);
  const urbanPath = autoregressivePath(key, `urban ${code}`, replicate, PREFECTURE_URBAN_PATH, span);
  const own = (kind: 'net' | 'urban'): Float64Array =>
    Float64Array.from(areas, ({ code: area }, a) => {
      const spread = flows[a]?.spread[kind] ?? 0;
      const shock = studentFrom(normalOf(key, `${kind} county ${area}`, replicate), FREEDOM[kind]);
      return (common[kind] + (Math.sqrt(OWN_VARIANCE) * spread * shock) / DECADE) / KEPT[kind];
    });
  const [net, urban] = [own('net'), own('urban')];
  return {
    net: parameters.map((values, t) =>
      net.map((constant) => values['moves.netSpread'] * (constant + netPath(baseYear + t) / KEPT.net)),
    ),
    urban: parameters.map((values, t) =>
      urban.map((constant) => values['moves.urbanSpread'] * (constant + urbanPath(baseYear + t) / KEPT.urban)),
    ),
  };
}

/**
 * The quantile of Student's t at which the normal distribution has z: Hill's expansion (1970), three terms; off by less than a hundredth for
 * four degrees of freedom and |z| below 2.
 */
export function studentFrom(z: number, freedom: number): number {
  const z2 = z * z;
  const terms = [
    (z * (z2 + 1)) / 4,
    (z * ((5 * z2 + 16) * z2 + 3)) / 96,
    (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384,
  ];
  return z + terms[0] / freedom + terms[1] / freedom ** 2 + terms[2] / freedom ** 3;
}
