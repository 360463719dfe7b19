import type { Counts } from './counts.ts';

/**
 * Workload W written down as WORKLOAD.md says it: objects, one draw for every question, nothing clever and nothing shared with
 * the other programs. The reference values come from it.
 */
interface Person {
  age: number;
  readonly woman: boolean;
}

interface Household {
  readonly persons: readonly [Person, Person, Person];
  readonly tenure: number;
  readonly land: number;
  years: number;
  settled: boolean;
}

const HOUSEHOLDS = 200;
const YEARS = 15;

const deathChance = (age: number): number => (age < 100 ? 0.0002 + 0.00003 * Math.exp(0.095 * age) : 1);
const birthChance = (age: number): number => (age >= 15 && age <= 49 ? 0.12 * Math.exp(-(((age - 27) / 7) ** 2)) : 0);

/**
 * One village from its initial state through its 15 years; `settled` counts households at the end of each year.
 * @param constant that of the utility; another than W's is for tests
 */
export function plainVillage(random: () => number, constant = -5): Counts {
  const village = Array.from({ length: HOUSEHOLDS }, () => household(random));
  const counts = { settled: new Int32Array(YEARS), births: new Int32Array(YEARS), deaths: new Int32Array(YEARS) };
  let share = 0;
  for (let t = 0; t < YEARS; t++) {
    for (const home of village) {
      counts.deaths[t] += passYear(home, random);
      counts.births[t] += giveBirth(home, random);
      home.years++;
      if (!home.settled && random() < settlingChance(home, share, constant)) home.settled = true;
    }
    counts.settled[t] = village.filter(({ settled }) => settled).length;
    share = counts.settled[t] / HOUSEHOLDS;
  }
  return counts;
}

function household(random: () => number): Household {
  const upTo = (n: number): number => Math.floor(random() * n);
  return {
    persons: [
      { age: 22 + upTo(29), woman: false },
      { age: 20 + upTo(29), woman: true },
      { age: upTo(18), woman: random() < 0.5 },
    ],
    tenure: upTo(4),
    land: 10 * random(),
    years: upTo(15),
    settled: false,
  };
}

/** Everybody grows a year older; who dies is replaced. */
function passYear({ persons }: Household, random: () => number): number {
  let deaths = 0;
  persons.forEach((person, slot) => {
    person.age++;
    if (random() >= deathChance(person.age)) return;
    deaths++;
    person.age = slot === 2 ? 0 : 20;
  });
  return deaths;
}

function giveBirth({ persons: [, mother, child] }: Household, random: () => number): number {
  const bears = ({ age, woman }: Person): boolean => woman && random() < birthChance(age);
  const [ofMother, ofChild] = [bears(mother), bears(child)];
  if (ofMother) child.age = 0;
  return Number(ofMother) + Number(ofChild);
}

function settlingChance({ persons, years, tenure, land }: Household, share: number, constant: number): number {
  const school = persons.some(({ age }) => age >= 6 && age <= 15) ? 1 : 0;
  const utility = constant + 0.12 * Math.min(years, 10) + 0.35 * tenure + 0.4 * school - 0.08 * land + 2 * share;
  return 1 / (1 + Math.exp(-utility));
}
