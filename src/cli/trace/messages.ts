import { text } from '../../language/language.ts';

/** What `luohu trace` says, in both languages. */
export const traceMessages = {
  ofRegion: (folder: string) =>
    text(
      `应为单个地方（地市或直管县）的结果，实际为省（区）或全国的结果 ${folder}：请单独运行一个地方`,
      `must be the result of a single place, got that of a province or the nation: ${folder}; run a place by itself`,
    ),
  traceCommand: () =>
    text('一个家庭在某次运行中的逐年经历和决定', 'one household of a run, year by year: what it decided and why'),

  householdRow: () => text('家庭的行号', 'row of the household'),
  find: () =>
    text(
      '按经历找家庭：settled、moved、returned、left-behind、waiting 或 unserved',
      'households by what happened to them: settled, moved, returned, left-behind, waiting or unserved',
    ),
  replicateNumber: () => text('第几次重复，从 0 数起', 'number of the replicate, from 0'),
  findRoute: () => text('与 --find settled 合用：落户途径', 'with --find settled: the route'),
  findArea: () => text('与 --find 合用：区县（代码或名称）', 'with --find: county or district, by code or name'),
  findLimit: () => text('最多列出的家庭数', 'most households to list'),
  oneOf: (name: string, known: readonly string[], given: string) =>
    text(
      `--${name} 应为 ${known.join('、')} 之一，实际为 ${given}`,
      `--${name} must be one of ${known.join(', ')}, got ${given}`,
    ),
  traceWhat: () => text('应给出 --household 或 --find，实际都没有', '--household or --find must be given, got neither'),
  traceOneThing: () =>
    text(
      '应只给出 --household 和 --find 之一，实际两者都有',
      'only one of --household and --find must be given, got both',
    ),
  routeNeedsSettled: () => text('--route 应与 --find settled 合用', '--route must go with --find settled'),
  areaNeedsFind: () => text('--area 应与 --find 合用', '--area must go with --find'),
  notAFamily: (given: number) =>
    text(
      `--household 应为家庭户，实际 ${given} 为集体户`,
      `--household must be a family household, got the collective household ${given}`,
    ),
  tracing: (replicate: number) => text(`重算第 ${replicate} 次重复`, `making replicate ${replicate} again`),
};
