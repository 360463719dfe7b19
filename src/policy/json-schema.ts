import { z } from 'zod';
import { documentSchema } from './document-schema.ts';
import { householdSchema, membersSchema } from './household.ts';

const ofSchema = (schema: z.ZodType, title: string): Record<string, unknown> => ({
  ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }),
  title,
});

/** The language of policy documents as JSON Schema (draft 2020-12), for editors; rules across keys are left to `luohu check`. */
export const documentJsonSchema = (): Record<string, unknown> =>
  ofSchema(documentSchema, 'luohu policy document / 政策文件');

/** The language of household files. */
export const householdJsonSchema = (): Record<string, unknown> =>
  ofSchema(z.union([membersSchema, householdSchema]), 'luohu household / 家庭');
