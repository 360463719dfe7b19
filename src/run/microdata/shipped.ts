import { readYaml } from '../../scenario/read-yaml.ts';
import { type TablesFile, tablesFileShape } from '../../scenario/table-shape.ts';
import type { ReadText } from '../../scenario/tables.ts';

/** Tables of common questions that come with the package. */
const SHIPPED = 'tables/common.yaml';

/** The shipped tables by name. */
export const shippedTables = (read: ReadText): TablesFile =>
  readYaml(read(SHIPPED), `data/${SHIPPED}`, tablesFileShape).value.tables;

export const shippedNames = (read: ReadText): string[] => Object.keys(shippedTables(read));
