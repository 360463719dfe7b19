/** A part of a specification. */
export type Node = Readonly<Record<string, unknown>>;

export const isMap = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
