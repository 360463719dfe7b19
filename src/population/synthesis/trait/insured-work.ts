import { INDUSTRIES } from '../../../scenario/city-data.ts';

type Industry = (typeof INDUSTRIES)[number];

/**
 * Of those at work in an industry: share in insured employment (pension scheme of employees) with the least and most it may be, and
 * of the others the share on their own account. Assumption for 2020, set so that the nation's industries give 0.41 of all work outside
 * agriculture: contributors who are employed, about 240 of 573 million (statistical bulletin on human resources, recalled).
 */
const ofIndustry: Readonly<
  Record<Exclude<Industry, 'agriculture'>, readonly [insured: number, least: number, most: number, own: number]>
> = {
  mining: [0.75, 0.6, 0.85, 0.1],
  manufacturing: [0.48, 0.35, 0.6, 0.15],
  utilities: [0.8, 0.7, 0.9, 0.1],
  construction: [0.15, 0.1, 0.3, 0.15],
  transport: [0.4, 0.3, 0.5, 0.4],
  information: [0.65, 0.5, 0.8, 0.25],
  trade: [0.22, 0.15, 0.35, 0.5],
  hospitality: [0.15, 0.1, 0.25, 0.35],
  finance: [0.8, 0.7, 0.9, 0.1],
  real_estate: [0.5, 0.35, 0.65, 0.15],
  business_services: [0.45, 0.3, 0.6, 0.25],
  science: [0.75, 0.6, 0.85, 0.15],
  environment: [0.45, 0.3, 0.6, 0.1],
  resident_services: [0.12, 0.05, 0.2, 0.45],
  education: [0.8, 0.7, 0.9, 0.1],
  health: [0.75, 0.65, 0.85, 0.2],
  culture: [0.45, 0.3, 0.6, 0.3],
  public_administration: [0.85, 0.7, 0.95, 0],
};

/** Odds of 2010 over those of 2020: the nation's 0.33, about 160 of 480 million (same source, recalled). Assumption, 0.5 to 0.8. */
const ODDS_OF_2010 = 0.62;

/** Work outside agriculture in one area: share insured, and share of the others on their own account. */
interface InsuredWork {
  readonly insured: number;
  readonly ownAccount: number;
}

/** From the shares of those at work by `INDUSTRIES`. */
export function insuredWork(industry: Float64Array, year: 2010 | 2020): InsuredWork {
  let [all, insured, others, own] = [0, 0, 0, 0];
  INDUSTRIES.forEach((name, i) => {
    if (name === 'agriculture') return;
    const [of2020, , , ownShare] = ofIndustry[name];
    const odds = (of2020 / (1 - of2020)) * (year === 2010 ? ODDS_OF_2010 : 1);
    const share = odds / (1 + odds);
    all += industry[i];
    insured += industry[i] * share;
    others += industry[i] * (1 - share);
    own += industry[i] * (1 - share) * ownShare;
  });
  return { insured: insured / (all || 1), ownAccount: own / (others || 1) };
}
