import type { Language } from '../language/language.ts';
import { messages } from './messages.ts';
import { tell } from './tell.ts';

/** What was drawn; null where drawing failed, which is told: the result stands without its charts. */
export const orWithoutCharts = <Drawn>(drawing: Promise<Drawn>, lang: Language): Promise<Drawn | null> =>
  drawing.catch((error: Error) => {
    tell(messages.chartsFailed(error.message)[lang]);
    return null;
  });
