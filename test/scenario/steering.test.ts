import { expect, test } from 'vitest';
import { parseYamlSource } from '../../src/scenario/yaml-source.ts';

test.each([
  ['a turn of direction', 'a: 1\ntitle: x\u202etxt', 'U+202E', '2:9'],
  ['one by its number', 'a: 1\ntitle: "x\\u202etxt"', 'U+202E', '2:8'],
  ['an escape of a terminal', 'title: "\\u001b[2J"', 'U+001B', '1:8'],
  ['one in a list', 'a: [b, "\\x07"]', 'U+0007', '1:8'],
  ['one in a key', '"a\\u2028b": 1', 'U+2028', '1:1'],
  ['a bare control', 'a: b\u0000c', '', ''],
  ['one in a comment', 'a: 1 # \u2066hidden', 'U+2066', '1:8'],
])('%s is refused where it stands', (_, text, code, place) => {
  const read = () => parseYamlSource('x.yaml', text, 'en');
  if (code === '') expect(read).toThrow();
  else expect(read).toThrow(`x.yaml:${place}: must hold no control characters that are not seen, got ${code}`);
});

test('tabs, ends of lines and every script are read', () => {
  const text = 'a: "tab\\tand\\nline"\r\nb: 落户 مرحبا 👩‍👧\r\n';
  expect(parseYamlSource('x.yaml', text, 'en').value).toEqual({ a: 'tab\tand\nline', b: '落户 مرحبا 👩‍👧' });
});
