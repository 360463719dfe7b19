/** A route's share of the year: at most so many settle by it in the city, in this order, then by lot. */
export interface Quota {
  readonly perYear: number;
  readonly order: QuotaOrder;
}
export const quotaOrders = ['lottery', 'points', 'insured-years', 'years-in-town'] as const;
export type QuotaOrder = (typeof quotaOrders)[number];
