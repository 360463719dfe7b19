/** Exit statuses of the command line. */
export const ExitStatus = { done: 0, failed: 1, wrongInput: 2, interrupted: 130 } as const;
export type ExitStatus = (typeof ExitStatus)[keyof typeof ExitStatus];
