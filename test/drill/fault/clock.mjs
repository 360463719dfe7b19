// Loaded into every thread: the clock jumps a day ahead or back several times a second.
import { performance } from 'node:perf_hooks';

const RealDate = Date;
const real = RealDate.now;
const DAY = 86_400_000;
const jumped = () => real() + (Math.floor(performance.now() / 150) % 3) * DAY - DAY;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [jumped()] : given));
  }
  static now = jumped;
};
