import { text } from '../../language/language.ts';

/** What `luohu tabulate` says, in both languages. */
export const tabulateMessages = {
  command: () =>
    text(
      '由已写出的人、户、事件做自定表（luohu run --microdata 的结果）',
      'tables of your own from the people a run has written out (luohu run --microdata)',
    ),
  run: () => text('含 microdata/ 的结果文件夹', 'result folder with microdata/'),
  tables: () => text('写有 tables: 的 YAML 文件', 'YAML file with tables:'),
  guard: () =>
    text('少于此数的格不写出，供公布之用', 'withhold cells of fewer than this, for tables that are to be published'),
  noMicrodata: (folder: string) =>
    text(
      `应为 luohu run --microdata 的结果，实际 ${folder} 没有 microdata/`,
      `must be a result of luohu run --microdata, got ${folder} without microdata/`,
    ),
  brokenMicrodata: (folder: string) =>
    text(
      `应为 luohu run 写下的 microdata/，实际 ${folder} 中的缺失或不完整`,
      `must be microdata/ as luohu run wrote it, got missing or broken files in ${folder}`,
    ),
  notWritten: (years: readonly number[], given: number) =>
    text(
      `应为写出了人的年份（${years.join('、')}），实际为 ${given}`,
      `must be a year whose people were written (${years.join(', ')}), got ${given}`,
    ),
  wroteTo: (files: readonly string[]) => text(`已写入：${files.join('、')}`, `written: ${files.join(', ')}`),
  keptAside: (file: string) => text(`原有的改过的文件现名 ${file}`, `what somebody had changed there is now ${file}`),
  caption: (title: string, year: number, unit: string, replicates: number) =>
    text(
      `${title}，全市 ${year} 年（${unit}，${replicates} 次重复的均值）`,
      `${title}, whole city ${year} (${unit}, mean of ${replicates} replicate${replicates === 1 ? '' : 's'})`,
    ),
};
