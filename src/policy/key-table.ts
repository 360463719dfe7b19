import type { Language, Localized } from '../language/language.ts';
import { marks, text } from '../language/language.ts';
import type { JoiningKey } from './condition.ts';
import { conditionKeys } from './condition-keys.ts';
import { facts } from './facts.ts';
import { leverWords, routeWords, serviceWords } from './words.ts';

/** What the keys that join conditions are for. */
const joiningWords: Readonly<Record<JoiningKey, Localized>> = {
  anyOf: text('列出的条件有一项成立', 'one of the conditions listed holds'),
  allOf: text('列出的条件都成立', 'all the conditions listed hold'),
  not: text('条件不成立（除外）', 'the condition does not hold'),
  joins: text(
    '投靠：as 是被投靠人的什么人，livingTogether 须同住，sponsor 被投靠人须符合的条件',
    'joins a townsperson: as what of theirs, livingTogether, sponsor what they must be',
  ),
  relative: text(
    '有这样的亲属：is 是本人的什么人，livingTogether、registeredHere、when',
    'has such a relative: is what of the person, livingTogether, registeredHere, when',
  ),
  points: text(
    '积分：atLeast 分数线，items 每项 points 分，when 符合时或 per 每一单位（写几个时取最少的），most 封顶；highestOf 只计最高一项',
    'points: atLeast the threshold, items of points each, where when holds or for each unit of per (of several, the least), at most most; highestOf counts the best alone',
  ),
};

const takesWords: Readonly<Record<'yes' | 'number' | 'places', Localized>> = {
  yes: text('true 或 false', 'true or false'),
  number: text('数', 'a number'),
  places: text('列表：区划代码', 'list of division codes'),
};

/** How the simulation knows a fact. */
const knownWords = {
  columns: text('数据', 'data'),
  read: text('由其他数据推出', 'read off other data'),
  drawn: text('按比例抽取', 'drawn by a share'),
  nowhere: text('不知道：只在 eligible 中起作用', 'not known: acts in eligible alone'),
} as const;

const header = text('| 键 | 取值 | 意思 | 仿真 |', '| key | takes | asks | simulation |');

/** The keys a condition may have as a table in Markdown, from the tables the checks are made from. */
export function keyTable(lang: Language): string {
  const rows = Object.entries(conditionKeys).map(([key, asked]) => {
    const { about, known } = facts[asked.fact];
    const takes =
      'of' in asked
        ? `${asked.takes === 'some' ? text('列表：', 'list of ')[lang] : ''}${asked.of.join(marks.comma[lang])}`
        : takesWords[asked.takes][lang];
    return `| \`${key}\` | ${takes} | ${about[lang]} | ${knownWords[known][lang]} |`;
  });
  const joining = Object.entries(joiningWords).map(([key, words]) => `| \`${key}\` | – | ${words[lang]} | – |`);
  return [header[lang], '|---|---|---|---|', ...rows, ...joining].join('\n');
}

const nameHeader = text('| 名称 | 是什么 |', '| name | what it is |');

/** Names that `services` of a right, or a lever, may have, as a table in Markdown. */
const namesTable = (words: Readonly<Record<string, Localized>>, lang: Language): string =>
  [
    nameHeader[lang],
    '|---|---|',
    ...Object.entries(words).map(([name, word]) => `| \`${name}\` | ${word[lang]} |`),
  ].join('\n');

export const routeTable = (lang: Language): string => namesTable(routeWords, lang);
export const serviceTable = (lang: Language): string => namesTable(serviceWords, lang);
export const leverTable = (lang: Language): string => namesTable(leverWords, lang);
