import path from 'node:path';
import { text } from '../../language/language.ts';

/** A file as a scenario of the working folder calls it. */
const fromScenarios = (file: string): string =>
  path.isAbsolute(file) ? file : path.relative('scenarios', file).split(path.sep).join('/');

/** What `luohu observations` says, in both languages side by side. */
export const observationsMessages = {
  command: () =>
    text(
      '读懂统计局的表格（年份为列、中文表头、GB18030、万人），显示读法；--write 写成情景可用的表',
      'understand a table of figures as bureaus keep it and show how; --write makes the table a scenario can name',
    ),
  action: () => text('import：读入一个表格', 'import: take in a table'),
  file: () => text('CSV 或 xlsx 表格', 'a table in CSV or xlsx'),
  city: () => text('数字所属的城市（代码或名称）', 'the city whose figures they are, by code or name'),
  source: () =>
    text(
      '数字的来源，写入每一行（缺省为文件名）',
      'where the figures come from, for every row (default: the file name)',
    ),
  write: () => text('写出读懂的数字', 'write what was understood'),
  out: () =>
    text('写到的文件（缺省为原名加 .observations.csv）', 'file to write (default: the name with .observations.csv)'),
  force: () => text('覆盖已有的文件', 'replace a file that is there'),
  exists: (file: string) =>
    text(
      `应为不存在的文件（--force 覆盖），实际已有 ${file}`,
      `must not be there yet (--force replaces it), got ${file}`,
    ),
  heading: (file: string, count: number, read: string) =>
    text(`${file}：读懂 ${count} 个数（${read}）`, `${file}: ${count} figures understood (${read})`),
  head: () => text('地区,年份,指标,数值,单位,合', 'place,year,indicator,value,unit,in all'),
  wholeCity: () => text('全市', 'whole city'),
  doubts: (count: number) => text(`未读懂 ${count} 处，不写出：`, `${count} not understood, and not written:`),
  mistakes: () => text('读懂了但不可能对的：', 'understood, but cannot be right:'),
  notWritten: () => text('尚未写出；加 --write 写出上表', 'nothing written yet; --write writes the table above'),
  leftOut: (count: number) =>
    text(
      `上面未读懂的 ${count} 处不在其中：改好原表再读一次，或自己补上`,
      `the ${count} not understood above are not in it: mend the table and read it again, or add them by hand`,
    ),
  written: (file: string) =>
    text(
      `已写出 ${file}；在 scenarios/ 的情景中写 observations: ${fromScenarios(file)}（路径从情景所在的文件夹算起），再运行 luohu calibrate`,
      `written to ${file}; a scenario in scenarios/ takes it up with the line  observations: ${fromScenarios(file)}  (from the scenario's own folder), then luohu calibrate`,
    ),
} as const;
