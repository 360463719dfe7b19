import { text } from '../../language/language.ts';

/** What `luohu check` says, in both languages. */
export const checkMessages = {
  checkCommand: () =>
    text(
      '检查情景文件，一次列出全部错误和警告，不运行',
      'list every mistake and warning of scenario files; nothing is run',
    ),
  scenarioFiles: () => text('情景文件，或地级单位的名称或代码', 'scenario files, or prefectures by name or code'),
  resolved: () => text('显示每个取值来自哪里', 'show where each value came from'),
  schema: () => text('打印情景文件的 JSON Schema', 'print the JSON Schema of scenario files'),
  fine: (file: string, warnings: number) =>
    text(
      `${file}：没有错误，${warnings} 条警告`,
      `${file}: no mistakes, ${warnings === 1 ? '1 warning' : `${warnings} warnings`}`,
    ),
};
