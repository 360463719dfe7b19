/** Identity of a person as one number: lineage · 2³² + identity. */
export const personIdentity = (identity: number, lineage: number): number => lineage * 2 ** 32 + identity;
