/** One thing that was looked at: there, missing though a run needs it, or missing though some command would use it. */
export interface Finding {
  readonly good: boolean | 'optional';
  readonly text: string;
}
