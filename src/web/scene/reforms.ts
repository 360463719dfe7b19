import { fromAddress, type PageState, toAddress } from './address.ts';
import type { Change } from './change.ts';
import { isSame } from './trail.ts';

/** A change somebody gave a name. */
export interface Reform {
  readonly name: string;
  readonly change: Change;
}

/** More than these do not stand side by side. */
export const MOST_REFORMS = 6;
export const MOST_NAME = 40;

/** The reforms with one more; one of the same name gives way. Nothing is taken beyond the most there may be, nor without a name. */
export function withReform(reforms: readonly Reform[], name: string, change: Change): Reform[] {
  const called = name.trim().slice(0, MOST_NAME);
  const others = reforms.filter((each) => each.name !== called);
  return called === '' || others.length >= MOST_REFORMS ? [...reforms] : [...others, { name: called, change }];
}

export const withoutReform = (reforms: readonly Reform[], name: string): Reform[] =>
  reforms.filter((each) => each.name !== name);

/** Name of the reform a change is; undefined where it has none. */
export const nameOf = (reforms: readonly Reform[], change: Change): string | undefined =>
  reforms.find((each) => isSame(each.change, change))?.name;

/** As they are kept in a browser: each change as it stands in an address. */
export const toStored = (reforms: readonly Reform[], state: PageState): string =>
  JSON.stringify(reforms.map(({ name, change }) => ({ name, address: toAddress({ ...state, change }) })));

/** What was kept; what cannot be read is left out. */
export function fromStored(text: string | null, state: PageState): Reform[] {
  let stored: unknown;
  try {
    stored = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  const offered = { scenarios: [state.scenario], lang: state.lang };
  return (Array.isArray(stored) ? (stored as unknown[]) : []).slice(0, MOST_REFORMS).flatMap((each): Reform[] => {
    const { name, address } = (each ?? {}) as { readonly name?: unknown; readonly address?: unknown };
    if (typeof name !== 'string' || typeof address !== 'string' || name === '') return [];
    return [{ name: name.slice(0, MOST_NAME), change: fromAddress(address, offered).change }];
  });
}
