import { textWidth } from './text-width.ts';

/** Places where a line may break: after a space, and between Chinese characters but not before closing punctuation or after opening. */
const BREAK =
  /(?<=\s)|(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uff60])(?<![（“《])(?![，。；：、！？）》”’,.;:)%])(?=\S)/;

/** Breaks a text into lines no wider than `width` pixels; a single word wider than that keeps its own line. */
export function wrapText(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(BREAK)) {
    if (line !== '' && textWidth((line + piece).trimEnd(), fontSize) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
