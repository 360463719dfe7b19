import { type Language, text } from '../language/language.ts';
import type { Inputs } from '../run/load-inputs.ts';
import { isPlaceScenario } from '../run/place-name.ts';
import type { Region } from '../scenario/city/regions.ts';
import { tell } from './tell.ts';

/**
 * Says of places without a scenario of their own how much of it is assumed, whose law it is run under and from which census, and how to take
 * it into one's own hands: one line a place.
 */
export function tellAssumed(inputs: readonly Inputs[], lang: Language): void {
  const lines = inputs.filter(({ command }) => isPlaceScenario(command.scenario)).map((each) => assumed(each)[lang]);
  for (const line of new Set(lines)) tell(line);
}

function assumed({ scenario, city, documents, command }: Inputs) {
  const borrowed = Object.values(scenario.parameters).filter((values) =>
    values.some(({ origin, mark }) => origin !== 'default' && mark === 'assumption'),
  ).length;
  const lawOf = (level: string): number =>
    documents.filter((each) => each.level === level && scenario.documents.includes(each.id)).length;
  const [nation, province, own] = [lawOf('nation'), lawOf('region'), lawOf('city')];
  const some = (count: number, zh: string, en: string) =>
    count === 0 ? text(`没有${zh}的文件`, `none of ${en}`) : text(`${zh}的${count}份`, `${count} of ${en}`);
  const [ofProvince, ofCity] = [some(province, '省', 'the province'), some(own, '本地', 'the place itself')];
  const late = scenario.baseYear === 2010 && command.overrides.from !== 2010;
  const from2010 = late
    ? text(
        '；没有2020年普查的分县数据，从2010年算起',
        '; its counties of the 2020 census are not in the data, so it begins in 2010',
      )
    : text('', '');
  return text(
    `${city.name.zh}没有自己的情景：按数据生成，其中${borrowed}个参数为借用或假设的值；政策为国家的${nation}份文件，${ofProvince.zh}，${ofCity.zh}${from2010.zh}；luohu new ${city.code} 写成文件由您修改`,
    `${city.name.en} has no scenario of its own: one is made from the data, ${borrowed} parameters borrowed or assumed; its law are ${nation} documents of the nation, ${ofProvince.en}, ${ofCity.en}${from2010.en}; luohu new ${city.code} writes it for you to change`,
  );
}

/** Says that a question of law is answered without documents of the place itself. */
export function tellLawOf({ name }: Region, own: number, lang: Language): void {
  if (own > 0) return;
  tell(
    text(
      `数据中没有${name.zh}自己的文件：只按国家和省的文件回答`,
      `no document of ${name.en} itself is in the data: the answer follows those of the nation and the province alone`,
    )[lang],
  );
}
