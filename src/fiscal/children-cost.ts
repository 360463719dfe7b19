import type { Means } from './means.ts';
import type { CostItem, CostRow, Payer, Standard } from './result.ts';

const stages = ['primary', 'junior'] as const;

/** What the accompanying children of an area cost one payer in a year: their schooling, and their part of new seats. */
export interface ChildrenCost {
  readonly schoolingYuan: number;
  readonly buildingYuan: number;
}

/**
 * Compulsory schooling of the accompanying children, whether they settle or not. Primary and junior as among the pupils off their register
 * (all pupils in towns where there are none); new seats as many as they are of the pupils in towns.
 */
export function childrenCost(
  means: Means,
  years: readonly number[],
  items: readonly CostItem[],
  standards: ReadonlyMap<string, Standard>,
  costs: readonly CostRow[],
): (area: string, year: number, payer: Payer) => ChildrenCost {
  const built = new Map<string, number>();
  for (const { kind, item, area, year, payer, current } of costs)
    if (kind === 'capital') {
      const key = `${item} ${area} ${year} ${payer}`;
      built.set(key, (built.get(key) ?? 0) + current);
    }
  const known = new Map(
    means.areas.flatMap((area) =>
      years.map((year) => [`${area} ${year}`, childrenByStage(means, area, year)] as const),
    ),
  );
  return (area, year, payer) => {
    const byStage = known.get(`${area} ${year}`)!;
    let [schoolingYuan, buildingYuan] = [0, 0];
    for (const stage of stages) {
      const children = byStage[stage];
      for (const { id, shares } of items.filter((item) => item.service === stage && item.kind === 'operating'))
        for (const part of shares.filter((each) => each.payer === payer))
          schoolingYuan += children * standards.get(`${id} ${year}`)!.yuan * part.share;
      const pupils = means.of(area, year, `town_pupils.${stage}`);
      if (pupils > 0) buildingYuan += (built.get(`${stage}_seats ${area} ${year} ${payer}`) ?? 0) * (children / pupils);
    }
    return { schoolingYuan, buildingYuan };
  };
}

function childrenByStage(means: Means, area: string, year: number): Record<(typeof stages)[number], number> {
  const children = means.of(area, year, 'award_children');
  const off = stages.map((stage) => {
    const { permit, other } = means.byGroup(area, year, stage);
    return permit + other;
  });
  const inTown = stages.map((stage) => means.of(area, year, `town_pupils.${stage}`));
  const [primary, junior] = off[0] + off[1] > 0 ? off : inTown;
  const share = primary + junior > 0 ? primary / (primary + junior) : 1;
  return { primary: children * share, junior: children * (1 - share) };
}
