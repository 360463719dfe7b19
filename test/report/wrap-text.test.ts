import { expect, it } from 'vitest';
import { textWidth } from '../../src/report/text-width.ts';
import { wrapText } from '../../src/report/wrap-text.ts';

it('breaks English between words and Chinese between characters', () => {
  expect(wrapText('one two three', textWidth('one two', 10), 10)).toEqual(['one two', 'three']);
  expect(wrapText('常住人口与户籍人口', 50, 10)).toEqual(['常住人口与', '户籍人口']);
});

it('begins no line with a closing mark', () => {
  expect(wrapText('常住人口，户籍', 40, 10)).toEqual(['常住人', '口，户籍']);
});

it('loses no character', () => {
  const text = '按现行文件（2024年47号）, registered rate 户籍率：到2035年 <b>"x"</b>';
  expect(wrapText(text, 60, 11).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
});

it('takes a Chinese character for as wide as it is high', () => {
  expect(textWidth('落户', 11)).toBe(22);
  expect(textWidth('ab', 10)).toBeCloseTo(11.4);
});
