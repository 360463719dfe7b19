import type { Language } from '../language/language.ts';
import { messages } from './messages.ts';
import { owe } from './owed.ts';
import { tell } from './tell.ts';

/** What was drawn; null where drawing failed, which is told: the result stands, and its charts are owed. */
export const orWithoutCharts = <Drawn>(drawing: Promise<Drawn>, lang: Language): Promise<Drawn | null> =>
  drawing.catch((error: Error) => {
    tell(messages.chartsFailed(error.message)[lang]);
    owe();
    return null;
  });
