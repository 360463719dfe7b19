import { text } from '../../language/language.ts';

/** What `luohu indicators` says, in both languages. */
export const indicatorsMessages = {
  command: () =>
    text('指标词典：代码、名称、单位、类型、定义', 'the dictionary of indicators: code, name, unit, kind, definition'),
  word: () =>
    text(
      '要找的词：代码、中英文名称或定义的一部分，几个词须同时出现',
      'words to look for in codes, Chinese and English names and definitions; several must all be there',
    ),
  header: () => text('指标,名称,单位,类型,定义', 'indicator,name,unit,kind,definition'),
  parts: () => text('代码各部分的含义：', 'what the parts of the codes mean:'),
  none: (words: string, near: string | undefined) => {
    const hint = near === undefined ? text('', '') : text(`；是指 ${near} 吗？`, `; did you mean "${near}"?`);
    return text(
      `应为指标的代码、名称或定义中的词，实际为 "${words}"${hint.zh}`,
      `must be words of an indicator's code, name or definition, got "${words}"${hint.en}`,
    );
  },
};
