import { exp } from '../math/exp.ts';
import { log } from '../math/log.ts';
import type { Settling } from '../process/settlement/settling-pace.ts';
import { designOf } from '../random/design.ts';
import { autoregressivePath, normalOf } from '../random/path.ts';
import { provinceOf } from '../scenario/city/regions.ts';
import type { CityData } from '../scenario/city-data.ts';
import type { ParameterValues } from '../scenario/parameters.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Spread of the pace of settling, standard deviations of its logarithm, and the nation's path (joint-model.md, section 4). */
const PROVINCE_SD = 0.35;
const PREFECTURE_SD = 0.45;
const NATION = { persistence: 0.8, innovation: 0.12 } as const;
/** Last year the nation's settled persons are known of; from 2021 on they are the default rate, within their error. */
const KNOWN = 2023;
const LEVEL_FROM = 2021;
/** ln(registered over resident) is taken within these bounds. */
const BOUNDS = [-0.4, 0.25] as const;
/**
 * Logarithm of the mean of exp(-power · ln(registered over resident)) over the places of 2020, by power: weighted with urban residents less town
 * registers, and with village registers. Computed at 2, 4 and 6; in between to 0.03.
 */
const lnMeanOfPool = (power: number): number => power * (0.155 + 0.0176 * power);
const lnMeanOfRegisters = (power: number): number => power * (0.0206 * power - 0.0955);
/**
 * Logarithm of the nation's pace over that of small prefectures, where the wishes were asked: solved, so that all places together report the
 * ten million a year of 2021-23 that police do, under the laws of each (0.05 % of everybody, three replicates).
 */
const NATION_OVER_SURVEYED = 2.28;
/**
 * The pace goes half into how many are firm, half into how soon they act. Those who act are used up, so that settlers grow with
 * the power 0.7 of the yearly chance: a tenth more settlers take 1.1^(1/0.7) times the chance.
 */
const FIRM_PART = 0.5;
const ACT_POWER = 0.7;
/** Highest yearly chance of the firm to act. */
const MOST_ACT = 0.85;
/** What the default chance to act stands for: reported settlers over urban residents less town registers, 2019-23, and the part that is relabelled. */
const REPORTED = 0.039;
const RELABELLED = 0.35;
/** Urban residents less town registers over village registers of the nation, 2020. */
const POOL_OF_REGISTERS = 0.367;
/** That pool over all persons in town on a village register: it takes off town registers living elsewhere. Judgement. */
const NET_OF_GROSS = 0.75;
/**
 * Of all persons in town on a village register those who are in reach of a clean-up, which stays inside the county: solved, so that all places
 * together set right the seven million of 2021.
 */
const IN_REACH_OF_GROSS = 0.2;

/**
 * The pace of settling of a place around that of nation and province:
 *
 *   pace   exp(-power · clip(ln(registered / resident)) + province + prefecture), normal draws of a replicate, the nation's mean 1
 *   year   the nation's account up to its last year, an autoregression after it
 *   parts  what is relabelled is taken out of what is reported: the firm act the less, villages turn the more
 */
export function settlingOf(scenario: Scenario, city: CityData, replicate: number, base: ParameterValues): Settling {
  const key = designOf(scenario);
  const isCertain = scenario.uncertainty === 'fixed' && scenario.given === undefined;
  const normal = (code: string) => (isCertain ? 0 : normalOf(key, `settling ${code}`, replicate));
  const wide = base['settlement.placeSpread'];
  const ofMean = isCertain ? 0 : (PROVINCE_SD ** 2 + PREFECTURE_SD ** 2) / 2;
  const own =
    wide * (PROVINCE_SD * normal(provinceOf(city.code)) + PREFECTURE_SD * normal(city.code)) - wide ** 2 * ofMean;
  const power = base['settlement.registerPower'];
  const lnPace = own - power * lnRegistered(city);
  const [lnOfPool, lnOfRegisters] = [lnPace - lnMeanOfPool(power), lnPace - lnMeanOfRegisters(power)];
  const lnOfSurveyed = lnOfPool + NATION_OVER_SURVEYED;
  const path = isCertain
    ? () => 0
    : autoregressivePath(key, 'settling 000000', replicate, NATION, [KNOWN, Math.max(KNOWN, scenario.endYear)]);
  const account = new Map(city.registerAccount.map((each) => [each.year, each]));
  const [first] = city.registerAccount;
  const reclassified = reclassifiedOf(city);
  const lnOfYear = (year: number): number =>
    year >= LEVEL_FROM ? path(year) : log((account.get(year) ?? first).settledOfPool / REPORTED);
  return {
    firm: exp(FIRM_PART * lnOfSurveyed),
    ofYear(year, values) {
      const reported = values['settlement.reportedRate'];
      const relabelled = values['settlement.relabelledShare'];
      const lnDecided = log(((1 - relabelled) * reported) / ((1 - RELABELLED) * REPORTED)) + lnOfYear(year);
      const act = exp(((1 - FIRM_PART) * lnOfSurveyed + lnDecided) / ACT_POWER);
      const turning = relabelled * reported * POOL_OF_REGISTERS * exp(lnOfRegisters + lnOfYear(year));
      const stated = values['reclassification.registerShare'];
      return {
        ...values,
        'settlement.actHazard': Math.min(MOST_ACT, values['settlement.actHazard'] * act),
        'reclassification.registerShare':
          stated > 0 ? stated : Math.min(1, turning / Math.max(1e-6, values['reclassification.factor'] * reclassified)),
      };
    },
    cleanUp(year, values) {
      const known = account.get(year);
      if (known === undefined || known.cleanUp === 0) return 0;
      const pool = known.settled / known.settledOfPool / NET_OF_GROSS;
      return Math.min(1, values['doors.cleanUp'] * (known.cleanUp / (IN_REACH_OF_GROSS * pool)) * exp(lnOfPool));
    },
  };
}

/** Villagers of the city who come to be counted urban without moving, per villager a year. */
function reclassifiedOf({ areas, flows }: CityData): number {
  let [turned, villagers] = [0, 0];
  areas.forEach(({ population, urban }, a) => {
    turned += (flows[a]?.reclassified ?? 0) * (population - urban);
    villagers += population - urban;
  });
  return villagers > 0 ? turned / villagers : 0;
}

function lnRegistered({ areas, registered }: CityData): number {
  const residents = areas.reduce((sum, { population }) => sum + population, 0);
  return Math.min(BOUNDS[1], Math.max(BOUNDS[0], log(registered / (residents || 1))));
}
