import { type AwardForm, type AwardTier, awardTierOf, awardTiers, type Tier, tiers } from '../../fiscal/result.ts';
import { added } from './arithmetic.ts';
import { constant, minus, of, plus, times } from './expression.ts';
import type { CoefficientsPage } from './page/coefficients.ts';
import type { InputsPage } from './page/inputs.ts';
import type { PoolPage } from './page/pool.ts';
import type { Expression } from './sheet.ts';

/** Persons the award counts, as they come from a replicate. */
const slices = ['settlers', 'students', 'veterans'] as const;
export type Count = `${(typeof slices)[number]}.${Tier}` | 'permitsIssued' | 'children';
export const countNames: readonly Count[] = [
  ...slices.flatMap((slice) => tiers.map((tier): Count => `${slice}.${tier}`)),
  'permitsIssued',
  'children',
];

/** Settlers of a tier without the students and veterans whose switch is off. */
export function counted({ of: value }: CoefficientsPage, tier: Tier, of: (what: Count) => Expression): Expression {
  const left = (id: string) => minus(constant(1), value(id));
  return minus(
    of(`settlers.${tier}`),
    times(left('award.students'), of(`students.${tier}`)),
    times(left('award.veterans'), of(`veterans.${tier}`)),
  );
}

/** Whether permits issued in a year fall under the rule that counts them. */
export const permitsCounted = ({ get }: CoefficientsPage, year: number): boolean =>
  year >= (get('award.permits').year ?? year);

/** Tiers of the counts that make a tier of the award. */
export const madeOf = (tier: AwardTier): Tier[] => tiers.filter((from) => awardTierOf[from] === tier);

/** Weighted settlers of a year before the run: stated, or a part of those of its first year, tier by tier. */
export function earlierWeighted(
  { of: value }: CoefficientsPage,
  inputs: InputsPage,
  area: string,
  settled: number,
  ofFirstYear: (tier: Tier) => Expression,
): Expression {
  return added(
    tiers.map((tier) => {
      const persons = inputs.or(area, `settlers.${tier}`, settled, times(value('award.earlier'), ofFirstYear(tier)));
      return times(value(`award.weight.${awardTierOf[tier]}`), persons);
    }),
  );
}

/** Sum over the award's tiers of weight x persons counted. */
export const weighted = ({ of: value }: CoefficientsPage, persons: (tier: AwardTier) => Expression): Expression =>
  added(awardTiers.map((tier) => times(value(`award.weight.${tier}`), persons(tier))));

/** What an amount rests on: weighted settlers of all vintages, permits and children of one area and year. */
export interface AwardBaseOf {
  readonly weighted: Expression;
  readonly permits: Expression;
  readonly children: Expression;
}

/** The parts of the award of one form and year in yuan. */
export const awardParts = (coefficients: CoefficientsPage, pool: PoolPage, form: AwardForm, year: number) => {
  const value = coefficients.of;
  const settler = times(of(pool.perSettler(form, year)), value('award.difficulty'), value('award.cost'));
  const permit = times(settler, value('award.permits'), value('award.weight.permit'));
  const child = times(of(pool.perChild(form, year)), value('award.difficulty'), value('award.children_cost'));
  const central = ({ weighted: persons, permits, children }: AwardBaseOf) =>
    plus(times(settler, persons), times(permit, permits), times(child, children));
  return {
    settlers: (base: AwardBaseOf) => times(settler, base.weighted),
    permits: (base: AwardBaseOf) => times(permit, base.permits),
    children: (base: AwardBaseOf) => times(child, base.children),
    /** All parts, with the province's own money. */
    total: (base: AwardBaseOf) => times(plus(constant(1), value('award.provincial_match')), central(base)),
  };
};
