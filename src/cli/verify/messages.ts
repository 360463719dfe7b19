import { text } from '../../language/language.ts';

/** Sentences of `luohu verify`, in both languages side by side. */
export const verifyMessages = {
  sameAlthough: (what: string) => text(`（虽然${what}）`, `(although ${what})`),
  because: (what: string) => text(`此后的变化：${what}`, `changed since: ${what}`),
  changedOption: (what: string, recorded: string, found: string) =>
    text(
      `${what} 当时为 ${recorded || '空'}，现在为 ${found || '空'}`,
      `${what} was ${recorded || 'nothing'}, now is ${found || 'nothing'}`,
    ),
  otherNode: (recorded: string, found: string) =>
    text(`当时的 Node 为 ${recorded}，现在为 ${found}`, `it was made with Node ${recorded}, this is ${found}`),
  figures: (changed: number, figures: number) =>
    text(`${figures} 个数字中 ${changed} 个不同`, `${changed} of ${figures} figures differ`),
  figure: (name: string, year: number, recorded: string, found: string) =>
    text(`全市 ${year} 年 ${name}：${recorded} → ${found}`, `whole city ${year}, ${name}: ${recorded} -> ${found}`),
  unexplained: () =>
    text(
      '数据、版本、代码和选项都与记录相同，结果本应一致：请报告此问题',
      'data, version, code and options are as recorded, so the result should be the same: please report this',
    ),
  verifyCommand: () => text('重新运行一个结果并比较哈希', 'run a result again and compare its hash'),
  sameResult: (hash: string) => text(`结果一致：${hash}`, `the same result: ${hash}`),
};
