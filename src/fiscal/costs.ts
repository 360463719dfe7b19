import type { Localized } from '../language/language.ts';
import type { Book } from './book.ts';
import type { Means } from './means.ts';
import type { CapitalRow, CostItem, CostRow, DemandRow, Mark, Standard } from './result.ts';

const certainty: readonly Mark[] = ['published', 'derived', 'recalled', 'assumption'];

/** Unit cost of an item in a year at current prices; its mark is that of its least certain part. */
export function standardOf({ id, terms }: CostItem, year: number, book: Book): Standard {
  let yuan = 0;
  let worst = 0;
  const sources: Localized[] = [];
  for (const { factor, coefficients } of terms) {
    const parts = coefficients.map((name) => book.dated(name, year));
    yuan += parts.reduce((product, { value }) => product * value, factor);
    for (const { mark, source } of parts) {
      worst = Math.max(worst, certainty.indexOf(mark));
      sources.push(source);
    }
  }
  const joined = (lang: keyof Localized, mark: string): string =>
    [...new Set(sources.map((source) => source[lang]))].join(mark);
  return { item: id, year, yuan, mark: certainty[worst], source: { zh: joined('zh', '；'), en: joined('en', '; ') } };
}

/** What the items multiply: demand of the services, and of capital what is built. */
type Quantities = (measure: string, area: string, year: number) => number;

export function quantitiesOf(
  demand: readonly DemandRow[],
  schools: readonly CapitalRow[],
  means: Means,
  baseYear: number,
): Quantities {
  const total = new Map(demand.map((row) => [`${row.measure} ${row.area} ${row.year}`, row.total]));
  for (const row of schools) total.set(`new_seats.${row.stage} ${row.area} ${row.year}`, row.seatsCosted);
  for (const [key, dwellings] of newDwellings(means, baseYear, [...new Set(demand.map(({ year }) => year))]))
    total.set(key, dwellings);
  return (measure, area, year) => {
    const quantity = total.get(`${measure} ${area} ${year}`);
    if (quantity === undefined) throw new Error(`no ${measure} of ${area} in ${year}`);
    return quantity;
  };
}

/** Rise of the stock of public rental open to migrant families; the base year has no stock of its own and the first no rise. */
function newDwellings(means: Means, baseYear: number, years: readonly number[]): [string, number][] {
  return years.flatMap((year) => {
    const rises = means.areas.map((area): [string, number] => {
      const now = means.of(area, year, 'public_rental_stock');
      const before = year - 1 > baseYear ? means.of(area, year - 1, 'public_rental_stock') : now;
      return [area, Math.max(0, now - before)];
    });
    const city = rises.reduce((sum, [, rise]) => sum + rise, 0);
    return [['city', city] as [string, number], ...rises].map(([area, rise]): [string, number] => [
      `new_dwellings ${area} ${year}`,
      rise,
    ]);
  });
}

/** Every item by payer, area and year; payers without a part are left out. The city is the sum of its areas. */
export function costs(
  items: readonly CostItem[],
  standards: ReadonlyMap<string, Standard>,
  quantities: Quantities,
  areas: readonly string[],
  years: readonly number[],
  book: Book,
): CostRow[] {
  const priceYear = book.at('price.year');
  const deflator = 1 + book.at('price.deflator');
  return items.flatMap((item) =>
    years.flatMap((year) => {
      const { yuan } = standards.get(`${item.id} ${year}`)!;
      return ['city', ...areas].flatMap((area) => {
        const quantity = quantities(item.measure, area, year);
        return item.shares
          .filter(({ share }) => share !== 0)
          .map(({ payer, budget, share }): CostRow => {
            const current = quantity * yuan * share;
            const constant = current / deflator ** (year - priceYear);
            const { id, service, kind } = item;
            return { item: id, service, kind, payer, budget, area, year, quantity, current, constant };
          });
      });
    }),
  );
}
