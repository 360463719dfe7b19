import { describe, expect, it } from 'vitest';
import { coefficientsWith, smallCounts, smallResult } from './fixture.ts';

/**
 * The headlines recomputed from the numbers of indicators.csv and the coefficients alone, in plain arithmetic: nothing of src/fiscal but its
 * result. One year, city and counties, the form that shares the envelope.
 */
const YEAR = 2026;
const [FIRST, BASE] = [2024, 2023];
const areas = ['150402', '150421'];
const result = smallResult();
const numbers = new Map(smallCounts().means.map((row) => [`${row.area} ${row.year} ${row.indicator}`, row.mean]));
const n = (area: string, indicator: string, year = YEAR): number => numbers.get(`${area} ${year} ${indicator}`)!;
const values = new Map(coefficientsWith().map(({ id, value }) => [id, value]));
const c = (id: string): number => values.get(id)!;
const headline = result.budget.rows.find((row) => row.area === 'city' && row.level === 'local' && row.year === YEAR)!;
const upTo = Array.from({ length: YEAR - BASE }, (_, t) => FIRST + t);
const sum = <T>(list: readonly T[], of: (each: T) => number): number => list.reduce((all, each) => all + of(each), 0);

/** A standard known in `from`, carried on to the year. */
const grown = (id: string, from: number, growth: string): number =>
  c(`${id}.${from}`) * (1 + c(growth)) ** (YEAR - from);
const rest = (...ids: string[]): number => 1 - sum(ids, c);

const primaryQuota = grown('standard.primary_quota', latest('standard.primary_quota'), 'price.growth.quota');
const juniorQuota = grown('standard.junior_quota', latest('standard.junior_quota'), 'price.growth.quota');
const primaryBudget = grown('standard.primary_budget', latest('standard.primary_budget'), 'price.growth.education');
const juniorBudget = grown('standard.junior_budget', latest('standard.junior_budget'), 'price.growth.education');

/** Last year of a series that is not after the year told. */
function latest(id: string): number {
  const years = [...values.keys()].filter((key) => key.startsWith(`${id}.`)).map((key) => Number(key.slice(-4)));
  return Math.max(...years.filter((year) => year <= YEAR));
}
const standard = (id: string, growth: string): number => grown(id, latest(id), growth);

/** Part of the settled from village registers. */
const rural = (area: string): number =>
  sum(upTo, (year) => n(area, 'award_settlers', year)) / sum(upTo, (year) => n(area, 'settled_persons', year));

describe('recomputed from indicators.csv', () => {
  it('persons settled from village registers and living here', () => {
    expect(headline.settledPersons).toBeCloseTo(
      sum(areas, (area) => rural(area) * n(area, 'by_status.residents.settled')),
      6,
    );
  });

  it('what settling adds where they live, city and counties', () => {
    const local = {
      medical: rest('payer.medical_subsidy.centre', 'payer.medical_subsidy.province'),
      pensionNational: rest('payer.pension_national.centre'),
      pensionLocal: rest('payer.pension_local.province'),
      welfare: rest('payer.welfare.centre', 'payer.welfare.province'),
      care: rest('payer.care.centre', 'payer.care.province'),
      subsidy: rest('payer.rent_subsidy.centre', 'payer.rent_subsidy.province'),
    };
    const added = (area: string): number => {
      const settled = (counter: string) => n(area, `by_status.${counter}.settled`);
      const medical =
        settled('resident_insured') *
        c('medical.enrolment') *
        (1 - c('access.permit.medical')) *
        standard('standard.medical_subsidy', 'price.growth.health') *
        local.medical;
      const pension =
        settled('resident_pension') *
        (1 - c('access.permit.pension')) *
        12 *
        (standard('standard.pension_national', 'price.growth.pension') * local.pensionNational +
          standard('standard.pension_local', 'price.growth.pension') * local.pensionLocal);
      const dibao =
        settled('residents') *
        c('dibao.rate_town') *
        (1 - c('access.permit.dibao')) *
        12 *
        standard('standard.dibao_town', 'price.growth.welfare') *
        c('dibao.top_up_share') *
        local.welfare;
      const relief =
        settled('residents') *
        c('relief.rate') *
        (1 - c('access.permit.relief')) *
        standard('standard.relief', 'price.growth.welfare') *
        local.welfare;
      const care =
        ((settled('elderly') * (1 - c('access.permit.care'))) / 1000) *
        standard('standard.care_beds', 'price.growth.none') *
        standard('standard.care_running', 'price.growth.upkeep') *
        local.care;
      // given to few: as often as people off their register have them
      const off = settled('residents') / (n(area, 'by_status.residents.permit') + n(area, 'by_status.residents.other'));
      const dwellings = n(area, 'by_status.public_rental.permit') + n(area, 'by_status.public_rental.other');
      const rental =
        (settled('public_rental') - off * dwellings) * standard('standard.rental_running', 'price.growth.upkeep');
      const subsidised = n(area, 'rent_subsidy_households') - n(area, 'rent_subsidy_households.registered');
      const subsidy =
        (n(area, 'rent_subsidy_households.settled') - off * subsidised) *
        12 *
        standard('standard.rent_subsidy', 'price.growth.upkeep') *
        local.subsidy;
      return rural(area) * (medical + pension + dibao + relief + care + rental + subsidy);
    };
    expect(headline.runningYuan).toBeCloseTo(sum(areas, added), 2);
  });

  it('the settlers’ part of the award', () => {
    const mean = (tier: string, year: number): number =>
      sum(areas, (area) => n(area, `award_settlers.${tier}`, Math.max(year, FIRST)));
    const weighted = (year: number): number =>
      mean('other_province', year) * c('award.weight.other_province') +
      mean('province', year) * c('award.weight.province') +
      (mean('same_city', year) + mean('same_county', year)) * c('award.weight.same_city');
    const ages = [0, 1, 2, 3, 4];
    const base = sum(ages, (age) => c(`award.step.${age}`) * weighted(YEAR - 1 - age));
    const inner = c('pool.share.other_province');
    const province = c('pool.share.province');
    const mix =
      inner * c('award.weight.other_province') +
      province * c('award.weight.province') +
      (1 - inner - province) * c('award.weight.same_city');
    // ten million a year from 2019 on, and after 2023 as many
    const pool =
      mix * sum(ages, (age) => c(`award.step.${age}`) * c(`pool.settlers.${Math.min(2023, YEAR - 1 - age)}`));
    const envelope = c('award.envelope.2025') * (1 + c('award.envelope_growth')) ** (YEAR - 2025);
    const yuan = ((envelope * (1 - c('award.children_share'))) / pool) * base * (1 + c('award.provincial_match'));
    expect(headline.settlers.awardYuan.envelope).toBeCloseTo(yuan, 2);
  });

  it('the children’s part of the award, and what their schooling costs city and counties', () => {
    const children = (year: number): number => sum(areas, (area) => n(area, 'award_children', year));
    const envelope = c('award.envelope.2025') * (1 + c('award.envelope_growth')) ** (YEAR - 2025);
    const pool = c('pool.children') * (1 + c('pool.children_growth')) ** (YEAR - 1 - 2022);
    const award =
      ((envelope * c('award.children_share')) / pool) * children(YEAR - 1) * (1 + c('award.provincial_match'));
    expect(headline.schooling.awardYuan.envelope).toBeCloseTo(award, 2);
    const quota = rest('payer.quota.centre', 'payer.quota.province');
    const beyond = rest('payer.schooling.province');
    const pupil = { primary: quota * primaryQuota + beyond * (primaryBudget - primaryQuota), junior: 0 };
    pupil.junior = quota * juniorQuota + beyond * (juniorBudget - juniorQuota);
    const schooling = sum(areas, (area) => {
      const off = (stage: string) => n(area, `by_status.${stage}.permit`) + n(area, `by_status.${stage}.other`);
      const primary = off('primary') / (off('primary') + off('junior'));
      return n(area, 'award_children') * (primary * pupil.primary + (1 - primary) * pupil.junior);
    });
    expect(headline.schoolingYuan).toBeCloseTo(schooling, 2);
    expect(headline.schooling.costYuan).toBeCloseTo(schooling + headline.childrenBuildingYuan, 2);
  });

  it('what one more settler of the last year but one brings', () => {
    const rate = result.award.rates.find(({ form, year }) => form === 'envelope' && year === YEAR)!;
    const one = result.award.newSettler.find(
      ({ form, tier, settled }) => form === 'envelope' && tier === 'province' && settled === YEAR - 1,
    )!;
    expect(one.firstYuan).toBeCloseTo(rate.yuanPerWeightedSettler * c('award.weight.province') * 1.1, 6);
    expect(one.allYuan / one.firstYuan).toBeGreaterThan(2);
  });
});
