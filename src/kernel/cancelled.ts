/** Thrown by a replicate that was asked to stop between two years. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}
