import { type Language, localeOf } from '../../language/language.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { type Proof, type ProofRow, proofHead, proofOf } from './proof.ts';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] as string);

const style = `body{font:15px/1.6 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem;color:#222}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:.4rem .6rem;vertical-align:top;text-align:left}
th{background:#f4f4f4;position:sticky;top:0}q{quotes:none;color:#333}.not{color:#777}h2{margin-top:3rem}small{color:#666}`;

/** Documents as one page for proof-reading: of every clause its words, its rule, its force and what was assumed, side by side. */
export function documentPage(documents: readonly PolicyDocument[], lang: Language): string {
  const title = documents.length === 1 ? documents[0].title[lang] : 'luohu';
  return `<!doctype html>
<html lang="${localeOf[lang]}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head><body>
${documents.map((document) => section(proofOf(document, lang), lang)).join('\n')}
</body></html>
`;
}

function section({ id, title, number, lines, rows }: Proof, lang: Language): string {
  const heads = proofHead(lang).map((head) => `<th>${escaped(head)}</th>`);
  return `<h2 id="${id}">${escaped(title)} <small>${escaped(number)}</small></h2>
<p>${lines.map(escaped).join('<br>')}</p>
<table><thead><tr>${heads.join('')}</tr></thead><tbody>
${rows.map((row) => clauseRow(row, id)).join('\n')}
</tbody></table>`;
}

function clauseRow(
  { id, place, words: [quote = '', ...meaning], modelled, rule, force, readings }: ProofRow,
  document: string,
): string {
  const lines = (texts: readonly string[]): string => texts.map((text) => `<div>${escaped(text)}</div>`).join('');
  const cells = [
    lines(place),
    `<q>${escaped(quote)}</q>${lines(meaning)}`,
    `<div${modelled ? '' : ' class="not"'}>${lines(rule)}</div>`,
    lines(force),
    lines(readings),
  ];
  return `<tr id="${document}-${id}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
