import type { Language } from '../language/language.ts';
import { stageWords } from '../population/words.ts';
import type { CityData } from '../scenario/city-data.ts';
import type { Found, FoundHousehold } from './find.ts';
import type { Finding } from './findings.ts';
import { clauseOf, type Teller, tellerOf, wayOf } from './teller.ts';
import { findingWords } from './words.ts';

/** Households found, a line each, and how many more there are. */
export function foundText(find: Finding, { total, households }: Found, city: CityData, lang: Language): string {
  const teller = tellerOf(city, lang);
  const { say, word } = teller;
  const kind = word(findingWords[find]);
  const head = say(
    `${kind}：共 ${total} 户，列出 ${households.length} 户`,
    `${kind}: ${total} households, ${households.length} listed`,
  );
  return [
    head,
    ...households.map((found) => `${say('家庭', 'household')} ${found.household}  ${reason(find, found, teller)}`),
  ].join('\n');
}

function reason(
  find: Finding,
  { year, area, persons, by, stage }: FoundHousehold,
  { say, word, area: name }: Teller,
): string {
  const where = name(area);
  const people = persons === 1 ? '1 member' : `${persons} members`;
  const children = persons === 1 ? '1 child' : `${persons} children`;
  switch (find) {
    case 'settled': {
      const route = word(wayOf(by!));
      return say(
        `${year}年 ${persons} 人在${where}落户，途径：${route}（${clauseOf(by!)}）`,
        `${year}: ${people} settled in ${where} by ${route} (${clauseOf(by!)})`,
      );
    }
    case 'moved':
      return say(`${year}年 ${persons} 人迁往${where}`, `${year}: ${people} moved to ${where}`);
    case 'returned':
      return say(`${year}年 ${persons} 人返回${where}`, `${year}: ${people} returned to ${where}`);
    case 'left-behind':
      return say(`${year}年 ${persons} 名子女留守${where}`, `${year}: ${children} left behind in ${where}`);
    case 'waiting':
      return say(`${year}年起在${where}轮候公租房`, `waits for public rental in ${where} since ${year}`);
    case 'unserved':
      return say(
        `${year}年 ${persons} 名子女在${where}没有${word(stageWords[stage!])}学位`,
        `${year}: ${children} without a ${word(stageWords[stage!])} place in ${where}`,
      );
  }
}
