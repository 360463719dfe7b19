import type { Book } from './book.ts';
import { quantityOf } from './demand.ts';
import type { Means } from './means.ts';
import { measures } from './measures.ts';
import type { CostItem, Group, Measure, Payer, Service, Standard } from './result.ts';

/** Yearly operating cost of the settled of one area, by service, to some payers. */
export interface SettledCost {
  /** As they are, and as the permit holders they were. */
  readonly settled: ReadonlyMap<Service, number>;
  readonly asPermit: ReadonlyMap<Service, number>;
  /** What the place of their village register paid: what follows the register, less what permit holders have of it here. */
  readonly atOrigin: ReadonlyMap<Service, number>;
}

export const totalOf = (byService: ReadonlyMap<Service, number>): number =>
  [...byService.values()].reduce((sum, yuan) => sum + yuan, 0);

/**
 * What the same persons cost with a town register, with a permit, and as villagers. Children go to school and workers are insured
 * either way; what follows the register changes. Dwellings and rent subsidies, which are given to few, are taken as often as
 * people off their register have them.
 * @param payers whose part of it
 */
export function settledCost(
  area: string,
  year: number,
  means: Means,
  items: readonly CostItem[],
  standards: ReadonlyMap<string, Standard>,
  book: Book,
  payers: readonly Payer[],
): SettledCost {
  const of = (as: Group, only: (item: CostItem) => boolean): Map<Service, number> => {
    const byService = new Map<Service, number>();
    for (const item of items) {
      if (item.kind === 'capital' || !only(item)) continue;
      const measure = measures.find(({ id }) => id === item.measure)!;
      const quantity = quantityOf(measure, personsOf(measure, area, year, as, means), as, year, book);
      const share = item.shares.reduce((sum, part) => (payers.includes(part.payer) ? sum + part.share : sum), 0);
      const yuan = quantity * standards.get(`${item.id} ${year}`)!.yuan * share;
      byService.set(item.service, (byService.get(item.service) ?? 0) + yuan);
    }
    return byService;
  };
  const register = ({ followsRegister }: CostItem): boolean => followsRegister;
  const here = of('permit', register);
  const atOrigin = new Map(
    [...of('village', register)].map(([service, yuan]) => [service, yuan - (here.get(service) ?? 0)]),
  );
  return { settled: of('settled', () => true), asPermit: of('permit', () => true), atOrigin };
}

/** Settled persons of a counter; of what is given to few, what as many people off their register have. */
function personsOf({ counter }: Measure, area: string, year: number, as: Group, means: Means): number {
  const given = counter === 'public_rental' || counter === 'rent_subsidy';
  const has = means.byGroup(area, year, counter);
  if (as !== 'permit' || !given) return has.settled;
  const all = means.byGroup(area, year, 'residents');
  const offRegister = all.permit + all.other;
  return offRegister === 0 ? 0 : ((has.permit + has.other) / offRegister) * all.settled;
}
