import { growToFit, put, putRow } from '../build.ts';
import type { Content, Format, Role, Sheet } from '../sheet.ts';

/** A cell of a table of words: its content, or the content with its look. */
type Said = Content | { readonly content: Content; readonly role?: Role; readonly format?: Format };

/** Puts a table of words under its head, every row as high as its texts need; answers with the row after it. */
export function putTable(
  sheet: Sheet,
  firstRow: number,
  head: readonly string[],
  rows: readonly (readonly Said[])[],
): number {
  putRow(sheet, firstRow, 0, head, 'header');
  rows.forEach((cells, r) => {
    cells.forEach((said, c) => {
      const { content, ...look } = isLooked(said) ? said : { content: said };
      put(sheet, firstRow + 1 + r, c, content, content === null ? { role: 'blank', ...look } : look);
    });
    growToFit(sheet, firstRow + 1 + r);
  });
  return firstRow + 1 + rows.length;
}

const isLooked = (said: Said): said is Exclude<Said, Content> =>
  said !== null && typeof said === 'object' && 'content' in said;
