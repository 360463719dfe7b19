/**
 * The balance of two stocks, residents and registers, by area and side: every process that changes one enters the change
 * under its channel. The entries of a year add up to the change of the stock exactly, which a test and the strict mode check.
 */
export const residentChannels = ['natural', 'moves', 'migration', 'reclassification'] as const;
export const registerChannels = [
  'natural',
  'settlement',
  'students',
  'elsewhere',
  'reclassification',
  'administrative',
] as const;

export type ResidentChannelName = (typeof residentChannels)[number];
export type RegisterChannelName = (typeof registerChannels)[number];

/** Channel numbers of the residents' balance. `moves` are inside the city, `migration` crosses its border. */
export const ResidentChannel = { natural: 0, moves: 1, migration: 2, reclassification: 3 } as const;
/**
 * Channel numbers of the registers' balance. `elsewhere`: registers moved out by people who live away; `administrative`: registers set right
 * at a census, nobody's behaviour.
 */
export const RegisterChannel = {
  natural: 0,
  settlement: 1,
  students: 2,
  elsewhere: 3,
  reclassification: 4,
  administrative: 5,
} as const;

/** Changes of the year: [(channel * areas + area) * 2] persons, and [... + 1] those on the town side. */
export interface Balance {
  readonly resident: Int32Array;
  readonly register: Int32Array;
  readonly areas: number;
}

export const createBalance = (areas: number): Balance => ({
  resident: new Int32Array(residentChannels.length * areas * 2),
  register: new Int32Array(registerChannels.length * areas * 2),
  areas,
});

/** Enters a change of residents: `persons` +1 or -1 (0 where only the side changes), `urban` the change on the town side. */
export function enterResident(balance: Balance, channel: number, area: number, persons: number, urban: number): void {
  if (area >= balance.areas) return; // outside the city
  const cell = (channel * balance.areas + area) * 2;
  balance.resident[cell] += persons;
  balance.resident[cell + 1] += urban;
}

/** Enters a change of registers, as `enterResident` does for residents. */
export function enterRegister(balance: Balance, channel: number, area: number, persons: number, urban: number): void {
  if (area >= balance.areas) return;
  const cell = (channel * balance.areas + area) * 2;
  balance.register[cell] += persons;
  balance.register[cell + 1] += urban;
}
