import { z } from 'zod';
import { scenarioFileSchema } from './schema.ts';

/**
 * The language of scenario files as JSON Schema (draft 2020-12), for editors: names of parameters with their units and
 * limits, and what each key means in English and Chinese. Rules across keys are left to `loadScenario`.
 */
export function scenarioJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(scenarioFileSchema, { target: 'draft-2020-12', io: 'input' });
  return {
    ...schema,
    title: 'luohu scenario / 落户情景',
    anyOf: [{ required: ['extends'] }, { required: ['title', 'question', 'city', 'baseYear', 'endYear', 'documents'] }],
  };
}
