import type { Language, Localized } from '../../language/language.ts';
import { textWidth } from '../text-width.ts';
import { wrapText } from '../wrap-text.ts';

const PEOPLES =
  '(?:各族|回族|藏族|蒙古族|蒙古(?!自治区)|朝鲜族|土家族|苗族|侗族|布依族|彝族|白族|傣族|哈尼族|壮族|景颇族|傈僳族|羌族|柯尔克孜|哈萨克|维吾尔)';
/** Kinds of units names end with. */
const ENDING = new RegExp(
  `(?:(?:${PEOPLES})*自治[区州县旗]|联合旗|特别行政区|高新技术产业开发区|经济技术开发区|开发区|矿区|新区|地区|省|市|盟|州|县|区|旗)$`,
);

/** A name without the kind of unit it ends with, where two characters or more are left. */
export function bareName({ zh, en }: Localized, lang: Language): string {
  if (lang === 'en') return en.replace(/ \([^)]*\)$/, '');
  const bare = zh.replace(ENDING, '');
  return [...bare].length >= 2 ? bare : zh;
}

const ELLIPSIS = '…';

/**
 * A name as it stands in a square: no line wider than it, the last cut where there are too many.
 * @param width pixels of a line
 */
export function shortName(name: Localized, lang: Language, width: number, size: number, most: number): string[] {
  const lines = wrapText(bareName(name, lang), width, size);
  const shown = lines.slice(0, most);
  if (lines.length > most) shown[most - 1] += ELLIPSIS;
  return shown.map((line) => cut(line, width, size));
}

function cut(line: string, width: number, size: number): string {
  if (textWidth(line, size) <= width) return line;
  const characters = [...line].filter((character) => character !== ELLIPSIS);
  while (characters.length > 1 && textWidth(characters.join('') + ELLIPSIS, size) > width) characters.pop();
  return characters.join('').trimEnd() + ELLIPSIS;
}
