/**
 * Expected births and deaths of W, exactly: nobody's life depends on chance elsewhere, so the distribution over ages can be
 * carried from year to year. Father by age; mother and child together, because her births make the child's age.
 */
export interface Expected {
  /** Births and deaths a household in year t, at [t - 1]. */
  readonly births: readonly number[];
  readonly deaths: readonly number[];
}

const AGES = 101;
const YEARS = 15;
const death = (age: number): number => (age < 100 ? 0.0002 + 0.00003 * Math.exp(0.095 * age) : 1);
const birth = (age: number): number => (age >= 15 && age <= 49 ? 0.12 * Math.exp(-(((age - 27) / 7) ** 2)) : 0);
const uniform = (first: number, ages: number): number[] =>
  Array.from({ length: AGES }, (_, age) => (age >= first && age < first + ages ? 1 / ages : 0));

export function expectedEvents(): Expected {
  const births: number[] = [];
  const deaths: number[] = [];
  let father = uniform(22, 29);
  let pair = uniform(20, 29).map((mother) => uniform(0, 18).map((child) => mother * child));
  for (let t = 0; t < YEARS; t++) {
    let dead = 0;
    const passYear = (ages: readonly number[], back: number): number[] => {
      const next = new Array<number>(AGES).fill(0);
      ages.forEach((share, age) => {
        if (share === 0) return;
        const risk = death(age + 1);
        dead += share * risk;
        next[back] += share * risk;
        if (risk < 1) next[age + 1] += share * (1 - risk);
      });
      return next;
    };
    father = passYear(father, 20);
    pair = pair.map((children) => passYear(children, 0));
    pair = transpose(transpose(pair).map((mothers) => passYear(mothers, 20)));
    deaths.push(dead);

    let born = 0;
    pair = pair.map((children, mother) => {
      const all = children.reduce((sum, share) => sum + share, 0);
      born += all * birth(mother);
      children.forEach((share, age) => {
        born += 0.5 * share * birth(age); // half of the children are daughters
      });
      return children.map((share, age) => share * (1 - birth(mother)) + (age === 0 ? all * birth(mother) : 0));
    });
    births.push(born);
  }
  return { births, deaths };
}

const transpose = (table: readonly (readonly number[])[]): number[][] =>
  table[0].map((_, column) => table.map((row) => row[column]));
