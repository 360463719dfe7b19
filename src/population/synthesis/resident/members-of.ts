/** Members of every household: those of h are list[start[h]] .. list[start[h + 1] - 1], in row order. */
export interface MemberLists {
  readonly start: Int32Array;
  readonly list: Int32Array;
}

/** Groups person rows by household (a counting sort, stable). */
export function membersOf(household: Int32Array, persons: number, households: number): MemberLists {
  const start = new Int32Array(households + 1);
  for (let i = 0; i < persons; i++) start[household[i] + 1]++;
  for (let h = 0; h < households; h++) start[h + 1] += start[h];
  const next = start.slice();
  const list = new Int32Array(persons);
  for (let i = 0; i < persons; i++) list[next[household[i]]++] = i;
  return { start, list };
}
