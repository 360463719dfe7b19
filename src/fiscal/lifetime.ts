import { schoolStages } from '../population/codes.ts';
import type { Book } from './book.ts';
import { quantityOf } from './demand.ts';
import type { Means } from './means.ts';
import { measures } from './measures.ts';
import {
  type CostItem,
  families,
  type Group,
  type LifeStage,
  type Lifetime,
  lifeStages,
  publicPayers,
  REFERENCE_FAMILY,
  type Service,
  type Standard,
  services,
  settlingAges,
} from './result.ts';

/** Statuses of those who live in towns, whose rates a life in town is given. */
const townGroups = ['registered', 'settled', 'permit', 'other'] as const satisfies readonly Group[];
/** Statuses whose dwellings and subsidies, which are given to few, somebody has as settled and as permit holder. */
export const givenAs = { settled: ['registered', 'settled'], permit: ['permit', 'other'] } as const;

/**
 * Cost of a life after settling, by age and family, at present value: what `Lifetime` says. Rates of use by stage of life are those of
 * everybody in the city's towns in that year, because a life lies ahead in which the settled become like them; school is attended at its
 * ages, kindergarten and senior stage by the shares of `lifetime.*`.
 */
export function lifetime(
  means: Means,
  year: number,
  items: readonly CostItem[],
  standards: readonly Standard[],
  book: Book,
): Lifetime {
  const unit = new Map(standards.filter((each) => each.year === year).map(({ item, yuan }) => [item, yuan]));
  const persons = (counter: string, groups: readonly Group[]): number =>
    means.areas.reduce((sum, area) => {
      const by = means.byGroup(area, year, counter);
      return sum + groups.reduce((own, group) => own + by[group], 0);
    }, 0);
  const town = (counter: string): number => persons(counter, townGroups);
  const working = town('residents') - town('elderly') - schoolStages.reduce((sum, stage) => sum + town(stage), 0);
  const part = (of: number, whole: number): number => (whole > 0 ? of / whole : 0);
  const rate = (counter: string, stage: LifeStage, as: 'settled' | 'permit'): number => {
    const own = (at: LifeStage, value: number): number => (stage === at ? value : 0);
    switch (counter) {
      case 'residents':
      case 'townspeople':
        return 1;
      case 'preschool':
        return own('preschool', book.at('lifetime.preschool'));
      case 'primary':
      case 'junior':
        return own(counter, 1);
      case 'senior':
        return own('senior', book.at('lifetime.senior'));
      case 'resident_insured':
        if (stage === 'working') return 1 - part(town('employee_insured'), working);
        return stage === 'elderly' ? part(town('resident_pension'), town('elderly')) : 1;
      case 'resident_pension':
      case 'employee_pension':
        return own('elderly', part(town(counter), town('elderly')));
      case 'elderly':
        return own('elderly', 1);
      case 'informal':
      case 'employee_insured':
        return own('working', part(town(counter), working));
      case 'public_rental':
      case 'rent_subsidy':
        return part(persons(counter, givenAs[as]), persons('residents', givenAs[as]));
      default:
        throw new Error(`no rate of ${counter} by stage of life`);
    }
  };
  const share = ({ shares }: CostItem): number =>
    shares.reduce((sum, own) => (publicPayers.includes(own.payer) ? sum + own.share : sum), 0);
  const yearlyOf = (service: Service, stage: LifeStage, as: 'settled' | 'permit'): number =>
    items
      .filter((item) => item.service === service && item.kind === 'operating')
      .reduce((sum, item) => {
        const measure = measures.find(({ id }) => id === item.measure)!;
        const quantity = quantityOf(measure, rate(measure.counter, stage, as), as, year, book);
        return sum + quantity * unit.get(item.id)! * share(item);
      }, 0);
  const paid = services.filter((service) =>
    items.some((item) => item.service === service && item.kind === 'operating'),
  );
  const yearly = lifeStages.flatMap(({ id: stage }) =>
    paid.map((service) => ({
      stage,
      service,
      settled: yearlyOf(service, stage, 'settled'),
      asPermit: yearlyOf(service, stage, 'permit'),
    })),
  );
  const yearsOf = (age: number, stage: LifeStage): number => presentYears(age, stage, book);
  const worth = (age: number, of: (row: (typeof yearly)[number]) => number): number =>
    yearly.reduce((sum, row) => sum + of(row) * yearsOf(age, row.stage), 0);
  const ages = settlingAges.map((age) => {
    const [settled, asPermit] = [worth(age, (row) => row.settled), worth(age, (row) => row.asPermit)];
    return { age, settled, asPermit, added: settled - asPermit };
  });
  const seat = (age: number): number => {
    const stage = lifeStages.find(({ from, to }) => age >= from && (to === null || age <= to))!.id;
    const item = items.find(({ measure }) => measure === `new_seats.${stage}`);
    return item === undefined ? 0 : unit.get(item.id)! * share(item);
  };
  const { ages: members } = families.find(({ id }) => id === REFERENCE_FAMILY)!;
  return {
    year,
    yearly,
    ages,
    families: families.map(({ id, ages: own }) => {
      const of = own.map((age) => ages.find((row) => row.age === age)!);
      return {
        id,
        settled: of.reduce((sum, row) => sum + row.settled, 0),
        added: of.reduce((sum, row) => sum + row.added, 0),
        seats: own.reduce<number>((sum, age) => sum + seat(age), 0),
      };
    }),
    reference: Object.fromEntries(
      paid.map((service) => {
        const of = (age: number): number => worth(age, (row) => (row.service === service ? row.settled : 0));
        return [service, members.reduce<number>((sum, age) => sum + of(age), 0) / members.length];
      }),
    ),
  };
}

/** Years spent in a stage by somebody of an age, each weighted by what a yuan of it is worth at that age. */
function presentYears(age: number, stage: LifeStage, book: Book): number {
  const { from, to } = lifeStages.find(({ id }) => id === stage)!;
  const end = book.at('lifetime.to_age');
  const begin = Math.max(from, age);
  const years = Math.max(0, (to === null ? end : Math.min(to + 1, end)) - begin);
  const q = (1 + book.at('lifetime.growth')) / (1 + book.at('lifetime.discount'));
  return q ** (begin - age) * (q === 1 ? years : (1 - q ** years) / (1 - q));
}
