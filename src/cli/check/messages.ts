import { text } from '../../language/language.ts';

/** What `luohu check` says, in both languages. */
export const checkMessages = {
  checkCommand: () =>
    text(
      '检查情景、运行计划、政策文件、家庭、案例、措施和观测数字文件，一次列出全部错误和警告，不运行',
      'list every mistake and warning of scenarios, plans, policy documents, households, cases, levers and figures; nothing is run',
    ),
  scenarioFiles: () =>
    text(
      '情景、计划、政策文件、家庭、案例、措施或数字文件，或地级单位的名称或代码',
      'scenarios, plans, policy documents, households, cases, levers or figures, or prefectures by name or code',
    ),
  unknownPlace: (code: string) =>
    text(`应为 data/areas.csv 中的区划代码，实际为 ${code}`, `must be a division of data/areas.csv, got ${code}`),
  unwritten: () => text('仍是“待填”', 'is still to be filled in'),
  eligibleOnly: (what: string) =>
    text(
      `只在 luohu eligible 中起作用，仿真不知道：${what}`,
      `acts in luohu eligible alone, the simulation does not know: ${what}`,
    ),
  endsRoutes: (document: string, routes: readonly string[]) =>
    text(
      `代替 ${document} 会终止其落户途径，本文件和仍有效的上级文件都没有同名途径：${routes.join('、')}；仍要保留的请在本文件写出`,
      `replacing ${document} ends routes that neither this document nor what stays in force above it opens: ${routes.join(', ')}; write here what should stay`,
    ),
  city: () =>
    text(
      '数字表格所属的城市（缺省由第一行的地区判断）',
      'the city a table of figures is of (default: that of its first row)',
    ),
  notYetCounted: (year: number) =>
    text(
      `${year}年还没有过完，数字不可能是统计出来的；目标写进情景的文件，不写在这里`,
      `${year} is not over: nothing was counted in it; a target belongs into a document of the scenario, not here`,
    ),
  whichCity: () => text('是哪个城市的数字？请加 --city', 'of which city are the figures? Say it with --city'),
  resolved: () => text('显示每个取值来自哪里', 'show where each value came from'),
  schema: () => text('打印情景文件的 JSON Schema', 'print the JSON Schema of scenario files'),
  fine: (file: string, warnings: number) =>
    text(
      `${file}：没有错误，${warnings} 条警告`,
      `${file}: no mistakes, ${warnings === 1 ? '1 warning' : `${warnings} warnings`}`,
    ),
};
