import { text } from '../../language/language.ts';

/** What the server answers where it cannot do what it is asked. */
export const serverMessages = {
  name: (given: string) =>
    text(
      `文件名只能含字母、数字、汉字、连字符和下划线，并以字母、数字或汉字开头，实际为 ${given}`,
      `name must be letters, digits, hyphens and underscores, a letter or digit first, got ${given}`,
    ),
  exists: () => text('已存在，请换一个文件名', 'is there already: choose another name'),
  unknownScenario: (id: string) => text(`没有情景 ${id}`, `no scenario ${id}`),
  busy: () => text('已有一个全量运行在进行', 'a full-scale run is under way already'),
  unknownRun: () => text('没有这个运行', 'no such run'),
  notDone: () => text('运行尚未完成', 'the run is not done'),
  wrongRequest: (what: string) => text(`请求有误：${what}`, `wrong request: ${what}`),
  notFree: () => text('须为空文件夹或以前导出的文件夹', 'must be an empty folder or an earlier export'),
  tooLarge: () => text('请求过大', 'request too large'),
};
