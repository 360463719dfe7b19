import { z } from 'zod';
import { unitNames } from '../../indicator/table/row.ts';
import { populations } from '../column/column.ts';
import type { TableCard } from './table-card.ts';

const words = z.strictObject({ zh: z.string().max(10_000), en: z.string().max(10_000) });
const name = z.string().min(1).max(200);

/** Shape of `tables/<name>.json`. */
export const tableCardShape: z.ZodType<TableCard> = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  title: words,
  population: z.enum(populations),
  measure: z.enum(['count', 'sum', 'mean', 'share', 'quantile', 'transition']),
  of: z.string().max(1100).nullable(),
  unit: z.string().refine((unit) => Object.hasOwn(unitNames, unit)),
  filter: z.string().max(1000).nullable(),
  area: words,
  guard: z.int().min(1).max(1000).nullable(),
  groups: z
    .array(z.strictObject({ column: name, label: words, labels: z.array(z.strictObject({ name, words })).min(1) }))
    .max(9),
  rowGroups: z.int().min(0).max(9),
});
