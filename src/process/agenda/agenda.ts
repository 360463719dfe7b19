import { boundTo } from '../../population/bound.ts';
import { allocateTable, type ColumnSpec, type Table } from '../../population/columns.ts';

const due = (meaning: string) =>
  ({ type: 'u8', unit: 'year since the base year, 255 never', meaning }) as const satisfies ColumnSpec;

/**
 * When something may next happen to a person. Rows are those of the person table. 0: not waiting. A wait that has begun goes on
 * whatever happens, since a chance has no memory; who is due without the condition stops waiting until it holds again (`review`).
 */
const personAgendaSpec = {
  death: due('dies'),
  birth: due('gives birth'),
  partner: due('looks for a partner; waits while single'),
  leaveHome: due('leaves the parental home; waits as a child of the reference couple'),
  move: due('considers a move, where living at home'),
  formal: due('may find insured work; waits with informal work'),
  back: due('may return home; registered outside the city: may leave it; waits away from home'),
  permit: due('may apply for a residence permit, or lets the one held lapse; waits off the register'),
  act: due('may act on the wish to settle; waits in a town without its register'),
} as const;

/** When something may next happen to a household, and the words its draws are keyed by: those of its first reference person. */
const householdAgendaSpec = {
  identity: { type: 'u32', unit: 'id', meaning: 'identity of the first reference person' },
  lineage: { type: 'u16', unit: 'path', meaning: 'lineage of the first reference person' },
  need: {
    type: 'u16',
    unit: '1/65536',
    meaning: 'lasting draw of housing difficulty: in it where below the share in need',
  },
  buy: due('buys a dwelling, where it does not own one'),
  elsewhere: due('absent members may move their register to where they live'),
  taste: due('the taste for settling is drawn anew'),
  lease: due('a private lease is broken'),
} as const satisfies Record<string, ColumnSpec>;

/**
 * The agenda of a replicate: for everybody the year in which a thing may next happen. A year then looks only at those whose
 * time has come; all others cost a fraction of a nanosecond. Every wait is drawn once, keyed by the year it begins in.
 */
interface Agenda {
  readonly persons: Table<typeof personAgendaSpec>;
  readonly households: Table<typeof householdAgendaSpec>;
}

/** The agenda that goes with a workspace: made once, overwritten by every replicate. */
export const agendaOf = boundTo(
  ({ persons, households }): Agenda => ({
    persons: allocateTable(personAgendaSpec, persons.capacity),
    households: allocateTable(householdAgendaSpec, households.capacity),
  }),
);
