import { type Language, localeOf } from '../../language/language.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { documentTable } from '../../policy/document-table.ts';
import { audienceWords, forceWords, placeWords } from '../../policy/words.ts';
import { readData } from '../../scenario/read-data.ts';
import { sourceNames } from '../../scenario/source-names.ts';
import { policyMessages as say } from './messages.ts';
import { withPlaceNames } from './place-names.ts';

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
${documents.map((document) => section(document, lang)).join('\n')}
</body></html>
`;
}

function section(document: PolicyDocument, lang: Language): string {
  const { title, number, date, source, replaces, draft } = document;
  const heads = say
    .htmlHeader()
    [lang].split(',')
    .map((head) => `<th>${escaped(head)}</th>`);
  return `<h2 id="${document.id}">${escaped(title[lang])}${draft ? say.draft()[lang] : ''} <small>${escaped(number)}</small></h2>
<p>${escaped(say.inForceFrom(date.inForce.assumed, sourceNames(readData)(source))[lang])}${replaces.length > 0 ? `<br>${escaped(say.replaces(replaces.join(' '))[lang])}` : ''}</p>
<table><thead><tr>${heads.join('')}</tr></thead><tbody>
${documentTable(document)
  .map((row) => clauseRow(row, document, lang))
  .join('\n')}
</tbody></table>`;
}

type Row = ReturnType<typeof documentTable>[number];

function clauseRow(row: Row, document: PolicyDocument, lang: Language): string {
  const lines = (texts: readonly string[]): string => texts.map((text) => `<div>${escaped(text)}</div>`).join('');
  const dated = row.from !== document.date.inForce.assumed || row.until !== null;
  const cells = [
    lines([row.id, placeWords(row.at)[lang]]),
    `<q>「${escaped(row.quote)}」</q>${lines([row.meaning[lang]])}`,
    `<div${row.modelled ? '' : ' class="not"'}>${lines(row.effect.map((text) => withPlaceNames(text, lang)))}</div>`,
    lines([
      forceWords[row.force][lang],
      audienceWords[row.who][lang],
      ...(dated ? [say.fromTo(row.from, row.until)[lang]] : []),
      ...(row.replaces.length > 0 ? [say.replaces(row.replaces.join(' '))[lang]] : []),
    ]),
    lines([
      ...row.readings.map((name, n) => `? ${name}: ${row.readingsSay[n][lang]}`),
      ...row.assumptions.map((text) => `~ ${text[lang]}`),
    ]),
  ];
  return `<tr id="${document.id}-${row.id}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
