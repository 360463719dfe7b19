import { isOfHousehold } from '../../people/column/all.ts';
import type { Column, Place, PopulationName, Reader, View } from '../../people/column/column.ts';
import { householdIdentities } from '../../people/household-identities.ts';
import type { Source } from '../../people/table/count-table.ts';
import { NONE, Presence } from '../../population/codes.ts';
import { openDiary } from '../../population/diary.ts';
import type { Ledger } from '../../population/ledger.ts';
import type { Population } from '../../population/population.ts';
import { agendaOf } from '../../process/agenda/agenda.ts';
import { membersOf } from '../../process/members.ts';

/** The people of a replicate as columns see them, year end by year end. */
export interface LivePeople {
  /** Looks at a year end. @param withEvents whether the year was simulated */
  readonly look: (year: number, withEvents: boolean) => View;
  /** Forgets the events of the year. */
  readonly turn: () => void;
}

/** @param ledger of the replicate, which is given a diary */
export function livePeople(people: Population, ledger: Ledger, place: Place): LivePeople {
  const diary = openDiary(people);
  ledger.diary = diary;
  const members = membersOf(people);
  const identities = householdIdentities(people, people.households.rows, agendaOf(people).households.columns);
  return {
    look(year, withEvents) {
      identities.look();
      return { people, members, identities, diary: withEvents ? diary : null, year, place };
    },
    turn: () => diary.clear(),
  };
}

/** Whether a row of a population is there at the year end. */
export function presence({ people, members: { first } }: View, population: PopulationName): (row: number) => boolean {
  if (population === 'events') return () => true;
  if (population === 'households') return (h) => first[h] !== NONE;
  const there = people.persons.columns.presence;
  return (i) => there[i] === Presence.present;
}

/** Rows of a population, those who are gone among them. */
export function rowsOf({ people, diary }: View, population: PopulationName): number {
  return population === 'events' ? (diary?.rows ?? 0) : people[population].rows;
}

/** A population of a year end as tables are counted from it; null where nobody kept its events. */
export function sourceOf(view: View, population: PopulationName): Source | null {
  if (population === 'events' && view.diary === null) return null;
  const isThere = presence(view, population);
  const { household } = view.people.persons.columns;
  const open = (column: Column): Reader => {
    const read = column.open(view);
    return isOfHousehold(population, column) ? (row) => read(household[row]) : read;
  };
  return {
    rows: rowsOf(view, population),
    isThere,
    open,
    key: (row) => row,
    find: (row) => (isThere(row) ? row : -1),
  };
}
