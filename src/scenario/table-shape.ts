import { z } from 'zod';
import { formatName } from './shaped.ts';

/** Tables of one's own as scenarios and table files write them: the shape alone. What they name is checked where columns are known. */

const words = z.strictObject({
  zh: z.string().min(1).max(500).describe('Chinese / 中文'),
  en: z.string().min(1).max(500).describe('English / 英文'),
});

const expression = z.string().min(1).max(1000);
const column = z.string().min(1).max(200);

const group = z.union(
  [
    column,
    z.strictObject({
      column,
      bands: z.array(z.number().min(0)).min(1).max(100).describe('Where the bands begin / 各段的起点'),
    }),
  ],
  formatName('group'),
);

const measure = z.union(
  [
    z.literal('count'),
    z.strictObject({
      sum: expression.optional().describe('Sum of a number / 数字之和'),
      mean: expression.optional().describe('Mean of a number / 数字的均值'),
      share: expression.optional().describe('Per cent for whom a condition holds / 满足条件者的百分比'),
      quantile: expression.optional().describe('Quantile of a number; at says which / 数字的分位数，at 为分位'),
      at: z.number().min(0).max(1).optional().describe('0.5 is the median / 0.5 为中位数'),
      transition: column
        .optional()
        .describe(
          'From the category a year ago, or at the last year told, to that of now / 从上一所列年份到本年的类别转移',
        ),
    }),
  ],
  formatName('measure'),
);

const tableShape = z.strictObject({
  title: words.optional().describe('Title / 标题'),
  population: z
    .enum(['persons', 'households', 'events', '人', '户', '事件'])
    .optional()
    .describe('Whom it counts; persons when left out / 统计对象，缺省为人'),
  filter: expression
    .optional()
    .describe('Condition: names of columns (luohu columns), == != < > and or not in [..] / 条件'),
  rows: z.array(group).max(4).optional().describe('What rows are told by / 行'),
  columns: z.array(group).max(4).optional().describe('What columns are told by / 列'),
  measure: measure.optional().describe('What is told of each cell; count when left out / 度量，缺省为计数'),
  area: column
    .optional()
    .describe('By which area it is told: residence_area, home_area or area when left out / 按哪个地区列统计'),
  years: z
    .array(z.int().min(1900).max(2200))
    .min(1)
    .max(200)
    .optional()
    .describe('All years when left out / 缺省为各年'),
  guard: z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe('Cells of fewer are withheld in tables/<name>.csv / 少于此数的格在 tables/<名称>.csv 中不公布'),
});

export const tablesShape = z.record(z.string(), tableShape);

/** A file of tables: `luohu tabulate RUN FILE`. */
export const tablesFileShape = z.strictObject({ tables: tablesShape });

/** A table of one's own as written. */
export type TableFile = z.infer<typeof tableShape>;
export type TablesFile = z.infer<typeof tablesShape>;
