import seedrandom from 'seedrandom';

/** Draws of one mutation: the same number gives the same mutant. */
export interface Chance {
  /** A whole number from 0 to below `below`. */
  readonly below: (below: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
}

export function chanceOf(seed: string): Chance {
  const random = seedrandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return { below, one: (of) => of[below(of.length)]! };
}

/** What people, programs and attackers put where a value belongs. */
const nasty = [
  ...['', '~', 'null', '""', '[]', '{}', '[[[]]]', 'true', 'no', '.nan', '.inf', '-.inf', 'NaN', '1e999', '-1e308'],
  ...[
    '-1',
    '0',
    '0x7fffffff',
    '99999999999999999999',
    '1_000',
    '1,000',
    '１２',
    '012',
    '0.1.2',
    '2020-13-45',
    '1e-400',
  ],
  ...[
    '../../../../etc/passwd',
    '/dev/zero',
    'C:\\Windows\\system32',
    '=cmd|calc',
    '+1+1',
    '@SUM(A1)',
    '<script>x</script>',
  ],
  ...[
    '"\\u0000"',
    '"\\r\\n"',
    '"\\u202etxt"',
    '\u{1f600}',
    '落户',
    '!!js/function x',
    '!!binary aGk=',
    '*nowhere',
    '&a [*a]',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '{__proto__: {x: 1}}',
    '"'.repeat(3),
    "'",
    '%',
    '| ',
    '>-',
    '- - - -',
    '? a',
  ],
  ...['x'.repeat(100_000), '['.repeat(500), '{a: '.repeat(500), '9'.repeat(5000), '0.'.padEnd(3000, '0')],
] as const;

type Mutation = (text: string, chance: Chance) => string;

const atLine =
  (change: (lines: string[], at: number, chance: Chance) => void): Mutation =>
  (text, chance) => {
    const lines = text.split('\n');
    change(lines, chance.below(lines.length), chance);
    return lines.join('\n');
  };

/** Ways in which a text goes wrong, by name. */
export const mutations: Readonly<Record<string, Mutation>> = {
  value: atLine((lines, at, chance) => {
    lines[at] = lines[at].replace(/([:,=[{]\s*)([^,:={}[\]]+)/, (_, before) => `${before}${chance.one(nasty)}`);
  }),
  cell: atLine((lines, at, chance) => {
    const cells = lines[at].split(',');
    cells[chance.below(cells.length)] = chance.one(nasty);
    lines[at] = cells.join(',');
  }),
  key: atLine((lines, at, chance) => {
    lines[at] = lines[at].replace(/[\w.]+(?=:)/, () => chance.one(nasty));
  }),
  number: (text, chance) => {
    const places = [...text.matchAll(/-?\d+(\.\d+)?/g)];
    if (places.length === 0) return text;
    const place = chance.one(places);
    return text.slice(0, place.index) + chance.one(nasty) + text.slice(place.index + place[0].length);
  },
  'line lost': atLine((lines, at) => void lines.splice(at, 1)),
  'line twice': atLine((lines, at) => void lines.splice(at, 0, lines[at])),
  'lines swapped': atLine((lines, at, chance) => {
    const other = chance.below(lines.length);
    [lines[at], lines[other]] = [lines[other], lines[at]];
  }),
  indented: atLine((lines, at, chance) => {
    lines[at] = chance.one(['\t', ' ', '   ', '  - ']) + lines[at];
  }),
  'cut off': (text, chance) => text.slice(0, chance.below(text.length)),
  'characters lost': (text, chance) => {
    const at = chance.below(text.length);
    return text.slice(0, at) + text.slice(at + 1 + chance.below(40));
  },
  noise: (text, chance) => {
    const at = chance.below(text.length);
    const made = Array.from({ length: 1 + chance.below(12) }, () => String.fromCharCode(chance.below(0x3000)));
    return text.slice(0, at) + made.join('') + text.slice(at);
  },
  'byte order mark': (text) => `\ufeff${text}`,
  'line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'line ends of old': (text) => text.replaceAll('\n', '\r'),
  'written as GB18030, read as UTF-8': (text, chance) => {
    const at = chance.below(text.length);
    return `${text.slice(0, at)}\ufffd\ufffd${text.slice(at)}`;
  },
  'aliases of aliases': (text) =>
    `${text}\na0: &a0 [x, x]\n${Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`).join('\n')}\n`,
  'deeply nested': (text, chance) =>
    `${text}\ndeep: ${chance.one(['[', '{a: '] as const).repeat(2000 + chance.below(3000))}`,
  'two documents': (text) => `${text}\n---\n${text}`,
  'said twice': (text) => text + text,
};

/** A mutant of a text: one to three mutations, the same for the same seed. */
export function mutant(text: string, seed: string): { readonly text: string; readonly by: string } {
  const chance = chanceOf(seed);
  const names = Object.keys(mutations);
  const by = Array.from({ length: 1 + chance.below(3) }, () => chance.one(names));
  return { text: by.reduce((sofar, name) => mutations[name](sofar, chance), text), by: by.join(' + ') };
}
