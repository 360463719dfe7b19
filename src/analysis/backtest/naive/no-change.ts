import type { Method } from '../forecaster.ts';
import { lastOf } from '../unit.ts';

/** The figure of the origin stays. */
export const noChange: Method = {
  id: 'no-change',
  name: { zh: '不变', en: 'no change' },
  learn: () => lastOf,
};
