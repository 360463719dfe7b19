/** A mistake on the command line itself: an unknown command or option, a missing argument, a value out of range. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
