import { type Language, text } from '../../language/language.ts';
import { isToldIn } from '../format.ts';

const WAN = 1e4;
const YI = 1e8;
const MILLION = 1e6;
const BILLION = 1e9;

/** Digits that show a figure with about three significant ones. */
const digits = (value: number): number => (Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0);

/**
 * An amount for readers: `3,906万元`, `1.2亿元`; `39.1 million yuan`, `1.2 billion yuan`.
 * @param among amounts it stands among, as the ends of a range do: all are told in one unit
 */
export function yuan(value: number, lang: Language, among: readonly number[] = [value]): string {
  const sizes = among.map(Math.abs).filter((size) => size > 0);
  const large = unitOf(Math.max(0, ...sizes), lang);
  const [unit, word] = isToldIn(large[0], sizes) ? large : unitOf(Math.min(...sizes), lang);
  const amount = value / unit;
  const figure = new Intl.NumberFormat('en-US', { maximumFractionDigits: digits(amount) }).format(amount);
  return text(`${figure}${word}`, `${figure} ${word}`)[lang];
}

function unitOf(largest: number, lang: Language): readonly [number, string] {
  const size = Math.abs(largest);
  if (lang === 'zh') return size >= YI ? [YI, '亿元'] : [WAN, '万元'];
  return size >= BILLION ? [BILLION, 'billion yuan'] : [MILLION, 'million yuan'];
}

/** How an axis of money is labelled, by the largest value on it. */
export function moneyAxis(largest: number, lang: Language): { unit: string; labelExpr: string } {
  const [unit, word] = unitOf(largest, lang);
  return { unit: word, labelExpr: `format(datum.value / ${unit}, ',')` };
}
