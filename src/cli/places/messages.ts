import { type Localized, text } from '../../language/language.ts';

/** What `luohu places` says, in both languages. */
export const placesMessages = {
  command: () =>
    text(
      '可运行的地方：代码、名称、基年、自己的情景与文件',
      'places that can be run: code, names, base years, scenarios and documents of their own',
    ),
  word: () =>
    text(
      '地方或省的代码、中文名、英文名或拼音；不写则列出各省',
      'code, Chinese or English name or pinyin of a place or a province; without it the provinces',
    ),
  provinceHeader: () => text('代码,省,地级单位,有2020年基年', 'code,province,places,with base year 2020'),
  header: () =>
    text('代码,名称,省,基年,情景,自己的政策文件', 'code,name,province,base years,scenario,documents of its own'),
  shipped: () => text('随包提供', 'shipped'),
  own: () => text('自有', 'own'),
  made: () => text('由数据生成', 'made from data'),
  none: () => text('无', 'none'),
  borrowed: () => text('借用或假设的参数：', 'borrowed or assumed:'),
  parameter: (name: Localized, why: Localized) => text(`- ${name.zh}：${why.zh}`, `- ${name.en}: ${why.en}`),
  whole: () =>
    text(
      'luohu run <名称或代码> 运行一地、一省（全部地级单位）或全国（china）',
      'luohu run <name or code> runs a place, a province with all its places, or the nation (china)',
    ),
};
