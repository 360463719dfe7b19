import type { Book } from './sheet.ts';

/** Turns a book into the bytes of an .xlsx file; the same book gives the same bytes. */
export type WorkbookWriter = (book: Book) => Promise<Uint8Array>;
