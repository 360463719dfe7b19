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
  noToken: () =>
    text(
      '请用 luohu serve 启动时打印的地址打开（其中含本次的口令）',
      'open the address that luohu serve printed when it began: it holds the token of this session',
    ),
  reserved: (given: string) =>
    text(
      `文件名 ${given} 为系统保留，请换一个`,
      `name must be one that systems do not keep for themselves, got ${given}`,
    ),
  outside: (name: string, least: number, most: number, given: number) =>
    text(
      `${name} 应为 ${least} 到 ${most} 的数，实际为 ${given}`,
      `${name} must be a number from ${least} to ${most}, got ${given}`,
    ),
  busy: () => text('已有一个全量运行在进行', 'a full-scale run is under way already'),
  unknownRun: () => text('没有这个运行', 'no such run'),
  notDone: () => text('运行尚未完成', 'the run is not done'),
  wrongRequest: (what: string) => text(`请求有误：${what}`, `wrong request: ${what}`),
  notFree: () => text('须为空文件夹或以前导出的文件夹', 'must be an empty folder or an earlier export'),
  tooLarge: () => text('请求过大', 'request too large'),
};
