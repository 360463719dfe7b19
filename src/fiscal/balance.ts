import { type AwardForm, awardForms, type Balance } from './result.ts';

/** One number for each form of the award. */
export const byForm = (of: (form: AwardForm) => number): Record<AwardForm, number> =>
  Object.fromEntries(awardForms.map((form) => [form, of(form)])) as Record<AwardForm, number>;

/** A cost beside the award given for it. */
export function balance(costYuan: number, awardYuan: Readonly<Record<AwardForm, number>>): Balance {
  return {
    costYuan,
    awardYuan,
    gapYuan: byForm((form) => Math.max(0, costYuan - awardYuan[form])),
    surplusYuan: byForm((form) => Math.max(0, awardYuan[form] - costYuan)),
    coverPercent: byForm((form) => (costYuan > 0 ? (100 * awardYuan[form]) / costYuan : Number.NaN)),
  };
}
