import type { Localized } from '../../language/language.ts';

/** A piece of a page that is safe to put into another: everything that came from outside has been escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Part[] | null;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as text, inside an element or an attribute in quotes, whatever it holds. */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]);

function partText(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(partText).join('');
  return escapeHtml(String(part));
}

/** A template of a page: what is put into it is shown as text, unless it is a piece of a page itself. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((string, i) => string + (i < parts.length ? partText(parts[i]!) : '')).join(''));

/** A text in both languages, of which the page shows one. */
export const both = ({ zh, en }: Localized): Html => html`<span lang="zh-CN">${zh}</span><span lang="en">${en}</span>`;

/** JSON that may stand in a script element of any page: no tag can begin or end in it. */
export const scriptJson = (value: unknown): Html =>
  new Html(
    JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );

/** A program that may stand in a script element: what would end or confuse the element is written otherwise, in texts of the program. */
export const scriptText = (program: string): Html =>
  new Html(program.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--'));
