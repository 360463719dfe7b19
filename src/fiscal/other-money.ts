import type { Book } from './book.ts';
import type { Means } from './means.ts';
import type { CostRow, DebtRow, FundRow, LandRow } from './result.ts';

const SQUARE_METRES_PER_HECTARE = 10_000;

/** Construction land tied to settlement (国土资发〔2016〕123号): a quota of land, not money. The city is the sum of its areas. */
export function land(means: Means, years: readonly number[], book: Book): LandRow[] {
  const hectares = (book.at('land.m2_per_settler') * book.at('land.band')) / SQUARE_METRES_PER_HECTARE;
  return years.flatMap((year) => {
    const rows = means.areas.map((area): LandRow => {
      const settlers = means.of(area, year, 'award_settlers');
      return { area, year, settlers, hectares: settlers * hectares };
    });
    const settlers = rows.reduce((sum, row) => sum + row.settlers, 0);
    return [{ area: 'city', year, settlers, hectares: settlers * hectares }, ...rows];
  });
}

/** The city's money for infrastructure and housing: a part by residents, a part (the tilt) by settlers. Parts add up to the pool. */
export function funds(means: Means, years: readonly number[], book: Book): FundRow[] {
  const tilt = book.at('funds.tilt');
  return years.flatMap((year) => {
    const pool = book.at('funds.pool_share') * book.dated('debt.revenue', year).value;
    const share = (indicator: string) => {
      const all = means.areas.reduce((sum, area) => sum + means.of(area, year, indicator), 0);
      return (area: string): number => (all > 0 ? means.of(area, year, indicator) / all : 1 / means.areas.length);
    };
    const [residents, settlers] = [share('resident_population'), share('award_settlers')];
    const rows = means.areas.map((area): FundRow => {
      const [residentShare, settlerShare] = [residents(area), settlers(area)];
      return {
        area,
        year,
        residentShare,
        settlerShare,
        yuan: pool * ((1 - tilt) * residentShare + tilt * settlerShare),
      };
    });
    return [{ area: 'city', year, residentShare: 1, settlerShare: 1, yuan: pool }, ...rows];
  });
}

/**
 * Borrowing for the capital of city and counties: a share is borrowed in the year it is spent, repaid in equal parts over the term from
 * the next year on, with interest on what was owed at the year's start.
 */
export function debt(costs: readonly CostRow[], years: readonly number[], book: Book): DebtRow[] {
  const term = book.at('debt.term');
  const borrowedIn = new Map<number, number>();
  let owed = 0;
  return years.map((year) => {
    const capital = costs
      .filter((row) => row.area === 'city' && row.year === year && row.kind === 'capital')
      .filter(({ payer }) => payer === 'city' || payer === 'county')
      .reduce((sum, { current }) => sum + current, 0);
    const borrowed = book.at('debt.share') * capital;
    const interest = book.at('debt.interest') * owed;
    const principal = years.reduce(
      (sum, each) => (each < year && each >= year - term ? sum + borrowedIn.get(each)! / term : sum),
      0,
    );
    borrowedIn.set(year, borrowed);
    owed += borrowed - principal;
    const limit = book.at('debt.limit_share') * book.dated('debt.revenue', year).value;
    return { year, capital, borrowed, interest, principal, outstanding: owed, limit, overLimit: owed > limit };
  });
}
