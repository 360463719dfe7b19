import { csvFormatRows } from 'd3-dsv';
import type { ChartSpec } from '../head.ts';

type Row = Readonly<Record<string, unknown>>;

interface Node {
  readonly data?: { readonly values?: readonly Row[] };
  readonly mark?: string | { readonly type: string };
  readonly transform?: readonly { readonly from?: { readonly data?: { readonly values?: readonly Row[] } } }[];
  readonly title?: string | { readonly text?: string | readonly string[] };
  readonly [key: string]: unknown;
}

/**
 * What a chart shows, as CSV: the rows of its data with the title of their panel in front. Rows that only place a text are left out.
 * A cell a spreadsheet would take for a formula is given a quote in front.
 */
export function specCsv(spec: ChartSpec): string {
  const tables = new Map<string, { panel: string; rows: readonly Row[] }>();
  collect(spec as unknown as Node, '', tables);
  const found = [...tables.values()].flatMap(({ panel, rows }) =>
    rows.filter((row) => Object.keys(row).length > 0).map((row) => ({ panel, ...row }) as Row),
  );
  const panels = new Set(found.map((row) => row['panel']));
  const columns = [...new Set(found.flatMap((row) => Object.keys(row)))].filter(
    (name) => name !== 'panel' || panels.size > 1,
  );
  return `${csvFormatRows([columns, ...found.map((row) => columns.map((name) => cell(row[name])))])}\n`;
}

function collect(node: Node, panel: string, tables: Map<string, { panel: string; rows: readonly Row[] }>): void {
  const mark = typeof node.mark === 'object' ? node.mark.type : node.mark;
  // a map has its figures in what is looked up for its outlines
  const rows = node.data?.values ?? node.transform?.find(({ from }) => from?.data?.values)?.from?.data?.values;
  if (rows !== undefined && mark !== 'text') tables.set(JSON.stringify([panel, rows]), { panel, rows });
  for (const key of ['layer', 'concat', 'vconcat', 'hconcat']) {
    for (const child of (node[key] as readonly Node[] | undefined) ?? [])
      collect(child, key === 'layer' ? panel : titleOf(child), tables);
  }
}

function titleOf({ title }: Node): string {
  const text = typeof title === 'object' ? title.text : title;
  return Array.isArray(text) ? text.join(' ') : String(text ?? '');
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = String(value);
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
