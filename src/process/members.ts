import { boundTo } from '../population/bound.ts';
import { NO_TOWN, NONE, Outside, Presence, Role } from '../population/codes.ts';
import { rowsEqual } from './agenda/rows-equal.ts';

/**
 * Who belongs to each household and where its members live, as of the last regrouping.
 *
 * Members form a chain in row order: `first[h]` is the first person of household h, `next[i]` the one after person i, -1 ends it.
 * Steps in between change the person columns only and note what they touched; regrouping brings the chains up to date.
 */
export interface Members {
  readonly first: Int32Array;
  readonly next: Int32Array;
  /** Members living at the family home / in the household's town / outside the city. */
  readonly atHome: Uint16Array;
  readonly inTown: Uint16Array;
  readonly outside: Uint16Array;
  /** 1 where members live in a town of the city, away from home or because home is in one. */
  readonly livesInTown: Uint8Array;

  /** Groups everybody anew from the person columns, in row order: how a replicate begins. */
  readonly rebuild: () => void;
  /** Brings chains, counts, reference persons and towns up to date where something was touched: the same as grouping anew. */
  readonly regroup: () => void;
  /** Notes that members of household h died, left, moved or changed register, or that its home changed. */
  readonly touch: (h: number) => void;
  /** Notes that person i came into its household: born, arrived, married or moved over. Touch the old household too. */
  readonly join: (i: number) => void;
  /** A household founded since the last regrouping has no members to walk through yet. */
  readonly openHousehold: (h: number) => void;
  /** Households touched since the year before ended, in rising order; begins a new year. Ask after a regrouping, use before the next. */
  readonly takeTouched: () => Int32Array;
  /** Whether person i lives at the household's family home. */
  readonly livesAtHome: (i: number) => boolean;
  /** A child of 3-14 among the members. */
  readonly hasSchoolChild: (h: number) => boolean;
}

/** Marks of a household; the second includes the first. */
const TOUCHED = 1;
const JOINED = 3;

/** The members of a workspace's households: made once, grouped anew by every replicate. */
export const membersOf = boundTo((workspace): Members => {
  const { residenceArea, residenceUrban, presence, household, age, role } = workspace.persons.columns;
  const { homeArea, homeUrban, head, townArea } = workspace.households.columns;
  const capacity = workspace.households.capacity;
  const first = new Int32Array(capacity);
  const next = new Int32Array(workspace.persons.capacity);
  const atHome = new Uint16Array(capacity);
  const inTown = new Uint16Array(capacity);
  const outside = new Uint16Array(capacity);
  const livesInTown = new Uint8Array(wholeWords(capacity));
  /** TOUCHED for households somebody left or in which somebody changed, JOINED for those somebody came into. */
  const touched = new Uint8Array(wholeWords(capacity));
  /** 1 for households touched before the last regrouping, since the last year end. */
  const touchedInYear = new Uint8Array(wholeWords(capacity));
  /** Scratch: rows of households. */
  const rows = new Int32Array(capacity);
  /** Persons who came into a household, in any order; one may be named twice. */
  let joined = new Int32Array(1024);
  let joinedCount = 0;
  /** Households that had been grouped. */
  let known = 0;

  function rebuild(): void {
    const households = workspace.households.rows;
    first.fill(NONE, 0, households);
    for (let i = workspace.persons.rows - 1; i >= 0; i--) {
      if (presence[i] === Presence.gone) continue;
      const h = household[i];
      next[i] = first[h];
      first[h] = i;
    }
    for (let h = 0; h < households; h++) refresh(h);
    touched.fill(0);
    touchedInYear.fill(0);
    joinedCount = 0;
    known = households;
  }

  /*
   * 1 those who are no longer members are unchained, and households nobody came into looked at on the way; 2 those who came are
   * chained in, by row; 3 the households they came into are looked at. Households are gone through by row, as they lie in memory.
   */
  function regroup(): void {
    const households = workspace.households.rows;
    first.fill(NONE, known, households);
    const left = rowsEqual(touched, households, TOUCHED, rows);
    for (let n = 0; n < left; n++) {
      unchain(rows[n]);
      refresh(rows[n]);
    }
    const entered = rowsEqual(touched, households, JOINED, rows);
    for (let n = 0; n < entered; n++) unchain(rows[n]);
    for (let n = 0; n < joinedCount; n++) chainIn(joined[n]);
    for (let n = 0; n < entered; n++) refresh(rows[n]);
    joinedCount = 0;
    known = households;
  }

  /** Puts person i, where still there, into the chain of the own household, by row. */
  function chainIn(i: number): void {
    if (presence[i] === Presence.gone) return;
    const h = household[i];
    let before = NONE;
    let after = first[h];
    while (after !== NONE && after < i) {
      before = after;
      after = next[after];
    }
    if (after === i) return;
    next[i] = after;
    if (before === NONE) first[h] = i;
    else next[before] = i;
  }

  /** Takes those who died, left or went to another household out of the chain of household h. */
  function unchain(h: number): void {
    let kept = NONE;
    for (let i = first[h]; i !== NONE; i = next[i]) {
      if (presence[i] === Presence.gone || household[i] !== h) continue;
      if (kept === NONE) first[h] = i;
      else next[kept] = i;
      kept = i;
    }
    if (kept === NONE) first[h] = NONE;
    else next[kept] = NONE;
  }

  /**
   * Counts where the members of household h live and takes its mark off; a town nobody lives in any more is forgotten, and a household
   * whose reference person died or left gets a new one: the spouse, else its oldest member.
   */
  function refresh(h: number): void {
    const home = homeArea[h];
    const side = homeUrban[h];
    let here = 0;
    let inOneTown = 0;
    let beyond = 0;
    for (let i = first[h]; i !== NONE; i = next[i]) {
      const area = residenceArea[i];
      if (area === home && residenceUrban[i] === side) here++;
      else if (area < Outside.province) inOneTown++;
      else beyond++;
    }
    atHome[h] = here;
    inTown[h] = inOneTown;
    outside[h] = beyond;
    touched[h] = 0;
    touchedInYear[h] = 1;
    livesInTown[h] = inOneTown > 0 || (here > 0 && side === 1) ? 1 : 0;
    if (inOneTown === 0) townArea[h] = NO_TOWN;
    const lead = head[h];
    if (lead === NONE || presence[lead] === Presence.gone || household[lead] !== h) chooseHead(h);
  }

  function chooseHead(h: number): void {
    let heir = NONE;
    for (let i = first[h]; i !== NONE; i = next[i]) {
      if (role[i] === Role.spouse) {
        heir = i;
        break;
      }
      if (heir === NONE || age[i] > age[heir]) heir = i;
    }
    head[h] = heir;
    if (heir !== NONE && role[heir] !== Role.collective) role[heir] = Role.head;
  }

  function touch(h: number): void {
    touched[h] = touched[h] | TOUCHED;
  }

  function join(i: number): void {
    touched[household[i]] = JOINED;
    if (joinedCount === joined.length) {
      const longer = new Int32Array(2 * joined.length);
      longer.set(joined);
      joined = longer;
    }
    joined[joinedCount++] = i;
  }

  function openHousehold(h: number): void {
    first[h] = NONE;
    atHome[h] = 0;
    inTown[h] = 0;
    outside[h] = 0;
    livesInTown[h] = 0;
  }

  function takeTouched(): Int32Array {
    const count = rowsEqual(touchedInYear, known, 1, rows);
    touchedInYear.fill(0);
    return rows.subarray(0, count);
  }

  function livesAtHome(i: number): boolean {
    const h = household[i];
    return residenceArea[i] === homeArea[h] && residenceUrban[i] === homeUrban[h];
  }

  function hasSchoolChild(h: number): boolean {
    for (let i = first[h]; i !== NONE; i = next[i]) {
      const years = age[i];
      if (years >= 3 && years <= 14) return true;
    }
    return false;
  }

  return {
    ...{ first, next, atHome, inTown, outside, livesInTown },
    ...{ rebuild, regroup, touch, join, openHousehold, takeTouched, livesAtHome, hasSchoolChild },
  };
});

/** Length of a byte column that is to be read four rows at a time. */
const wholeWords = (rows: number): number => (rows + 3) & ~3;
