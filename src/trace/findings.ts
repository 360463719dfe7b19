/** What households can be found by; apart from the search, so that the command line names them without loading the model. */
export const findings = ['settled', 'moved', 'returned', 'left-behind', 'waiting', 'unserved'] as const;
export type Finding = (typeof findings)[number];
