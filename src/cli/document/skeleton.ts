import { type Language, type Localized, text } from '../../language/language.ts';
import type { Region } from '../../scenario/city/regions.ts';
import { FIRST_YEAR } from '../first-year.ts';

/** What stands in a document that was begun where its author is to write. */
export const todo: Localized = text('待填', 'to be filled in');

/** A document file to be filled in: every key there is to begin with, each with a line that says what it is. */
export function documentSkeleton({ code, name, pinyin }: Region, lang: Language, draft = false): string {
  const note = (zh: string, en: string): string => `# ${text(zh, en)[lang]}`;
  return `${note(
    `${name.zh}的政策文件。写好后用 luohu check 检查，用 luohu policy --with 校读，用 luohu eligible --with 试问`,
    `A policy document of ${name.en}. Check it with luohu check, proof-read it with luohu policy --with, ask it with luohu eligible --with`,
  )}
${note('编号：地名拼音加年份', 'id: the place in Latin letters and the year')}
id: ${pinyin}-${FIRST_YEAR}
${note('文号', "the document's own number")}
number: ${todo[lang]}
title:
  zh: ${todo.zh}
  en: ${todo.en}
level: city
area: '${code}'
date:
  ${note('签发、印发、公布日期，没有的省略', 'days signed, printed and published; leave out what is not known')}
  signed: ${FIRST_YEAR}-01-01
  ${note('施行日期；不明时写 earliest、latest、assumed 和 why', 'day in force; where unknown earliest, latest, assumed and why')}
  inForce: ${FIRST_YEAR}-01-01
  ${note('失效日期，一直有效时省略', 'first day no longer in force; leave out while it is')}
  # until: 2030-01-01
${note('published 读过原文，derived 据报道，recalled 凭记忆，assumption 假设', 'published: read in the document; derived; recalled; assumption')}
mark: published
source: ${todo[lang]}
${note('征求意见稿写 draft: true，不列出就不生效', 'a draft for comment has draft: true and is in force only where it is listed')}
draft: ${draft}
${note('本文件终止哪些文件的落户途径', 'documents whose routes end on the day this one comes into force')}
replaces: []
clauses:
  ${note('每一条：位置、原文、含义、类别、效力（shall 规定、may 鼓励、explore 探索）、对象，然后写它规定什么或为什么不写', 'each clause: place, words, meaning, kind, force, whom it reaches, then what it sets or why it sets nothing')}
  - id: '1.1'
    at: ${todo[lang]}
    quote: ${todo[lang]}
    meaning:
      zh: ${todo.zh}
      en: ${todo.en}
    kind: eligibility
    force: shall
    ${note('anyone 任何人，rural 农村户籍，registered-here 本市户籍，settled 落户者', 'anyone, rural, registered-here, settled')}
    who: anyone
    sets:
      - rule: route
        name: stable-dwelling
        ${note('条件：每个键都须成立；anyOf 有一即可，not 除外，joins 投靠，points 积分', 'conditions: every key must hold; anyOf one of, not except, joins kin, points')}
        when:
          - livesInTown: true
            dwelling: [own, employer, private-rent, public-rental]
        ${note('随迁亲属；未成年子女写 { is: children, when: { ageBelow: 18 } }', 'who may come; minors as { is: children, when: { ageBelow: 18 } }')}
        relatives: [spouse, children, own-parents]
        coResident: true
        ${note('规定有名额的写 quota: { perYear: 1000, order: lottery }', 'a yearly quota: quota: { perYear: 1000, order: lottery }')}
`;
}
