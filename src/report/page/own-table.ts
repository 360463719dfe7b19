import { unitNames } from '../../indicator/table/row.ts';
import { inEach, type Localized, marks, text } from '../../language/language.ts';
import { cardWords, cellsOf, type TableCard } from '../../people/table/table-card.ts';
import { figure } from '../format.ts';
import type { OwnTable } from '../own-table-input.ts';
import { both, type Html, html } from './html.ts';

/** A cell as the page holds it: mean, standard error of the mean, ends of the 90 % interval; 0 where it is withheld, null where nothing was counted. */
type PackedCell = readonly [mean: number, mcse: number | null, p05: number, p95: number] | 0 | null;

/** A table of one's own as the page holds it. */
export interface PackedTable {
  readonly card: TableCard;
  readonly replicates: number;
  readonly areas: readonly string[];
  readonly years: readonly number[];
  /** By area, year and cell, in the order of `cellsOf`. */
  readonly cells: readonly (readonly (readonly PackedCell[])[])[];
}

const words = {
  told: (year: number, area: Localized, unit: Localized, replicates: number) =>
    text(
      `${area.zh}，${year}年，${unit.zh}；均值 ± 标准误（5%–95%区间），${replicates}次模拟`,
      `${area.en}, ${year}, ${unit.en}: mean ± standard error (interval from 5 % to 95 %), ${replicates} replicate${replicates === 1 ? '' : 's'}`,
    ),
  guard: (least: number) =>
    text(
      `少于${least}的格及可由合计推得的格不公布（…）。`,
      `Cells of fewer than ${least}, and those that would follow from a sum, are withheld (…).`,
    ),
  none: text('所选地区没有计数。', 'Nothing was counted for this area.'),
  file: text('全部年份和地区：', 'All years and areas: '),
};

/** Digits of numbers: more are not seen. */
const DIGITS = 6;
const short = (value: number): number => Number(value.toPrecision(DIGITS));

export function packTable({ card, replicates, areas, years, at }: OwnTable): PackedTable {
  const cells = cellsOf(card.groups);
  const packed = (area: string, year: number, n: number): PackedCell => {
    const cell = at(area, year, n);
    if (cell === undefined) return null;
    if (cell.withheld) return 0;
    if (!Number.isFinite(cell.mean)) return null;
    return [short(cell.mean), Number.isFinite(cell.mcse) ? short(cell.mcse) : null, short(cell.p05), short(cell.p95)];
  };
  return {
    card,
    replicates,
    areas,
    years,
    cells: areas.map((area) => years.map((year) => cells.map((_, n) => packed(area, year, n)))),
  };
}

/** The table of an area in a year, or in the last one counted up to it; in the last of all without one. */
export function ownTable(
  { card, replicates, areas, years, cells }: PackedTable,
  area: { readonly code: string; readonly name: Localized },
  chosen: number | null,
): Html {
  const a = areas.indexOf(area.code);
  const counted = years.map((_, y) => y).filter((y) => a >= 0 && cells[a][y].some((cell) => cell !== null));
  const y = counted.filter((each) => chosen === null || years[each] <= chosen).at(-1) ?? counted[0];
  const caption = html`<strong>${both(card.title)}</strong><br>${both(cardWords(card))}`;
  if (y === undefined) return html`<p>${caption}</p><p class="muted">${both(words.none)}</p>`;
  const unit = unitNames[card.unit as keyof typeof unitNames];
  const shown = grid(
    card,
    (n) => cells[a][y][n] !== null,
    (n) => cellHtml(card, cells[a][y][n]),
    html`${caption}<br>${both(words.told(years[y], area.name, unit, replicates))}`,
  );
  return html`${shown}${card.guard === null ? '' : html`<p class="muted">${both(words.guard(card.guard))}</p>`}
<p class="muted">${both(words.file)}<code>tables/${card.name}.csv</code></p>`;
}

/** Cells in rows and columns as their table has them; rows and columns nobody is in are left out. */
export function grid(
  card: TableCard,
  isThere: (cell: number) => boolean,
  cell: (cell: number) => Html,
  caption: Html,
): Html {
  const [down, across] = [cellsOf(card.groups.slice(0, card.rowGroups)), cellsOf(card.groups.slice(card.rowGroups))];
  const at = (r: number, c: number): number => r * across.length + c;
  const rows = down.map((_, r) => r).filter((r) => across.some((_, c) => isThere(at(r, c))));
  const columns = across.map((_, c) => c).filter((c) => down.some((_, r) => isThere(at(r, c))));
  const named = (labels: (typeof down)[number]): Localized =>
    inEach((lang) => labels.map(({ words: said }) => said[lang]).join(marks.comma[lang]));
  const headings = (groups: TableCard['groups']): Localized =>
    inEach((lang) => groups.map(({ label }) => label[lang]).join(marks.comma[lang]));
  const hasRows = card.rowGroups > 0;
  return html`<div class="scroll" tabindex="0"><table class="own"><caption>${caption}</caption>
<thead>${across.length > 1 ? html`<tr>${hasRows ? html`<td></td>` : ''}<th scope="colgroup" colspan="${columns.length}">${both(headings(card.groups.slice(card.rowGroups)))}</th></tr>` : ''}
<tr>${hasRows ? html`<th scope="col">${both(headings(card.groups.slice(0, card.rowGroups)))}</th>` : ''}${columns.map((c) => html`<th scope="col">${both(across.length > 1 ? named(across[c]) : card.title)}</th>`)}</tr></thead>
<tbody>${rows.map(
    (
      r,
    ) => html`<tr>${hasRows ? html`<th scope="row">${both(named(down[r]))}</th>` : ''}${columns.map((c) => html`<td class="number">${cell(at(r, c))}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
}

export const WITHHELD = '…';

function cellHtml({ unit }: TableCard, cell: PackedCell): Html {
  if (cell === null) return html`–`;
  if (cell === 0) return html`${WITHHELD}`;
  const [mean, mcse, p05, p95] = cell;
  const all = [mean, p05, p95];
  const said = (value: number, among = all): Localized => inEach((lang) => figure(value, unit, lang, among));
  return html`${both(said(mean))}${mcse === null || (mcse === 0 && p05 === p95) ? '' : html` <small>± ${both(said(mcse, [mcse]))} (${both(said(p05))}–${both(said(p95))})</small>`}`;
}
