import { type Localized, text } from '../language/language.ts';

const digits = (hash: string): string => hash.slice(0, 10);

/** The first few of a list of numbers. */
const listed = (numbers: readonly number[]): string =>
  numbers.slice(0, 10).join(', ') + (numbers.length > 10 ? ', …' : '');

/** What the running of jobs tells a user, in both languages side by side: what was refused, what stopped it, what changed. */
export const runMessages = {
  // lock
  inUse: (file: string, pid: number, host: string, since: string, here: boolean) =>
    here
      ? text(
          `进程 ${pid} 自 ${since} 起正在写同一结果（${file}），不能同时运行`,
          `process ${pid} has been writing the same result since ${since} (${file}); two runs at once are refused`,
        )
      : text(
          `主机 ${host} 的进程 ${pid} 自 ${since} 起正在写同一结果；如已不在运行，请删除 ${file}`,
          `process ${pid} on ${host} has been writing the same result since ${since}; if it no longer runs, delete ${file}`,
        ),

  notALock: () =>
    text(
      '应为锁文件，实际不是 luohu 写的；移走后再运行',
      'must be a lock that luohu wrote, got something else; move it away and run again',
    ),

  // resuming
  cannotResume: (folder: string, reasons: readonly Localized[]) =>
    text(
      `${folder} 不能继续：${reasons.map(({ zh }) => zh).join('；')}；不加 --resume 则重新开始`,
      `${folder} cannot be continued: ${reasons.map(({ en }) => en).join('; ')}; without --resume the run starts anew`,
    ),
  unreadableRecord: () =>
    text('不是 luohu 写下的完整记录，不可读', 'cannot be read: it is not a whole record that luohu wrote'),
  notItsFolder: (folder: string) =>
    text(
      `所记的运行应在文件夹 ${folder} 中，实际不在`,
      `must lie in the folder ${folder} of the run it notes, got another`,
    ),
  foreignReplicate: (key: string, recorded: string, found: string) =>
    text(
      `${key} 属于另一次运行（${digits(recorded)}，应为 ${digits(found)}）`,
      `${key} belongs to another run (${digits(recorded)}, not ${digits(found)})`,
    ),
  foreignCode: (key: string) => text(`${key} 由另一版程序得到`, `${key} was made by other code`),

  // what changed
  changedVersion: (recorded: string, found: string) =>
    text(`由 luohu ${recorded} 得到，现在是 ${found}`, `made by luohu ${recorded}, this is ${found}`),
  changedCode: () => text('程序代码在此之后改动', 'the code of the program changed since'),
  changedInput: (what: string) => text(`输入 ${what} 在此之后改动`, `input ${what} changed since`),
  missingInput: (what: string) => text(`输入 ${what} 已不存在`, `input ${what} is gone`),
  changedScenario: () => text('情景解析后不同', 'the scenario resolves to something else'),

  refused: (place: string, reasons: readonly Localized[]) =>
    text(
      `本机不能承担 ${place}：${reasons.map(({ zh }) => zh).join('；')}`,
      `this machine cannot take part in ${place}: ${reasons.map(({ en }) => en).join('; ')}`,
    ),

  // who may ask
  shortKey: (least: number, given: number) =>
    text(
      `LUOHU_CLUSTER_KEY 至少应有 ${least} 个字符，实际为 ${given} 个`,
      `LUOHU_CLUSTER_KEY must have at least ${least} characters, got ${given}`,
    ),
  unsealed: () =>
    text('任务没有签名，而本机设有 LUOHU_CLUSTER_KEY', 'the job is not signed, and LUOHU_CLUSTER_KEY is set here'),
  badSeal: () => text('任务的签名不符', 'the signature of the job is wrong'),
  needsKey: () =>
    text('任务带有签名，而本机没有 LUOHU_CLUSTER_KEY', 'the job is signed, and LUOHU_CLUSTER_KEY is not set here'),
  otherKey: () =>
    text(
      '任务由另一个 LUOHU_CLUSTER_KEY 签名',
      'the job is signed with another LUOHU_CLUSTER_KEY than that of this machine',
    ),
  unsignedFile: () =>
    text('没有签名，而本机设有 LUOHU_CLUSTER_KEY', 'is not signed, and LUOHU_CLUSTER_KEY is set here'),
  wrongSignature: () =>
    text('签名不符：内容在签名之后被改动', 'has a wrong signature: it was changed after it was signed'),
  unknownSignature: () =>
    text(
      '带有签名，而本机没有 LUOHU_CLUSTER_KEY，未能核对',
      'is signed, and LUOHU_CLUSTER_KEY is not set here to check it',
    ),
  foreignSignature: () =>
    text(
      '由另一个 LUOHU_CLUSTER_KEY 签名，不是本机的',
      'is signed with another LUOHU_CLUSTER_KEY than that of this machine',
    ),
  notAJob: (path: string, why: Localized) =>
    text(`不是任务：${path}${path === '' ? '' : ' '}${why.zh}`, `not a job: ${path}${path === '' ? '' : ' '}${why.en}`),
  beyondRun: (replicate: number, replicates: number) =>
    text(
      `任务要第 ${replicate} 次重复，而这次运行只有 ${replicates} 次（从 0 数起）`,
      `the job asks for replicate ${replicate}, the run has ${replicates}, counted from 0`,
    ),
  notAsRecorded: (what: string) =>
    text(`任务的 ${what} 与存放处的 run.json 不符`, `${what} of the job is not that of run.json in the store`),
  nobodys: (why: string) => text(`没有一个工作进程能承担这个任务：${why}`, `no worker takes the job: ${why}`),

  otherCode: () =>
    text(
      '程序代码（含数字所经过的软件包）与发起者不同',
      'the code is not that of the machine that asks (packages that numbers pass through included)',
    ),
  notInThisStore: (place: string) =>
    text(`${place} 中没有这次运行，--store 是否相同`, `${place} holds no such run; is --store the same everywhere?`),
  notInStore: (place: string, missing: number) =>
    text(
      `${place} 缺 ${missing} 次已报告完成的重复；各机器的 --store 是否相同`,
      `${place} lacks ${missing} replicates that were reported done; is --store the same everywhere?`,
    ),

  // cluster
  notAnEngine: (given: string) =>
    text(
      `--engine 应为 threads、redis://主机[:端口]、rediss://主机[:端口] 或 postgres://主机[:端口]/数据库，实际为 ${given}`,
      `--engine must be threads, redis://host[:port], rediss://host[:port] or postgres://host[:port]/database, got ${given}`,
    ),
  notAnSslMode: (given: string) =>
    text(
      `--engine 中的 sslmode 应为 disable、require 或 verify-full，实际为 ${given}`,
      `sslmode in --engine must be disable, require or verify-full, got ${given}`,
    ),
  notANamespace: (given: string) =>
    text(
      `--namespace 应为由字母、数字、下划线和连字符组成的名称，实际为 ${given}`,
      `--namespace must be a name of letters, digits, _ and -, got ${given}`,
    ),
  notASchema: (given: string) =>
    text(
      `用 PostgreSQL 时，--namespace 应为至多 48 个拉丁字母、数字和下划线组成的名称，不以数字或 pg_ 开头，实际为 ${given}`,
      `with PostgreSQL --namespace must be a name of up to 48 Latin letters, digits and _ that begins with no digit or pg_, got ${given}`,
    ),
  noEngine: (engine: string, why: Localized) =>
    text(`不能连接 ${engine}：${why.zh}`, `cannot reach ${engine}: ${why.en}`),

  // documents
  documentsOverdue: (overdue: readonly string[]) =>
    text(
      `以下文件已过应重新核对的日期，请查是否仍按原文有效：${overdue.join('、')}`,
      `documents are past the day by which they were to be reviewed; see whether they are still in force as written: ${overdue.join(', ')}`,
    ),
  documentExpires: (id: string, reviewed: string | undefined, expires: string, endYear: number) =>
    text(
      `${id}${reviewed === undefined ? '' : `（${reviewed} 核对过）`} 须在 ${expires} 前重新核对，运行到 ${endYear} 年：此后各年沿用原文`,
      `${id}${reviewed === undefined ? '' : `, last reviewed on ${reviewed},`} is to be reviewed by ${expires}, and the run goes to ${endYear}: later years carry it on as it is`,
    ),

  // samples
  smallSample: (place: Localized, fewest: number, least: number, given: number) =>
    text(
      `对${place.zh}应不小于 ${least}（至少 ${fewest} 人），实际为 ${given}`,
      `must be at least ${least} for ${place.en} (${fewest} persons), got ${given}`,
    ),

  // plans
  noScenarioLike: (pattern: string) =>
    text(`应为情景文件，实际没有 ${pattern}`, `must name scenario files, got none like ${pattern}`),

  // results
  notAnInput: (scenario: string) =>
    text(
      `应为运行所记的输入文件之一，实际为 ${scenario}`,
      `must be one of the input files the run noted, got ${scenario}`,
    ),
  changedResult: () =>
    text('缺失或在运行之后被改动；请重新运行该情景', 'is missing or was changed after the run; run the scenario again'),

  // merging
  emptyStore: (place: string) =>
    text(`${place} 应含有运行的结果片段，实际没有`, `${place} must hold parts of runs, got none`),
  incomplete: (place: string, missing: readonly number[], replicates: number) =>
    text(
      `${place} 只有 ${replicates - missing.length}/${replicates} 次重复，缺第 ${listed(missing)} 次；重新运行所缺的片段即可补齐`,
      `${place} holds ${replicates - missing.length} of ${replicates} replicates, missing ${listed(missing)}; run the missing shards again`,
    ),
  noBase: (place: string) =>
    text(
      `${place} 缺 base.json；删除其中任一次重复的文件，再运行它所属的片段`,
      `${place} has no base.json; delete the file of one replicate there and run its shard again`,
    ),

  // stores
  missingParts: (names: readonly string[], install: string) =>
    text(
      `需要可选组件 ${names.join('、')}，实际未安装：${install}`,
      names.length === 1
        ? `needs the optional package ${names[0]}, which is not installed: ${install}`
        : `needs the optional packages ${names.join(' and ')}, which are not installed: ${install}`,
    ),
  noStore: (place: string) =>
    text(`--store 应为已有的文件夹，实际为 ${place}`, `a store must be a folder that is there, got ${place}`),
  notABucket: (place: string) =>
    text(
      `存储地址应为文件夹、s3://存储桶/路径 或 https://服务器/存储桶/路径，实际为 ${place}`,
      `a store must be a folder, s3://bucket/path or https://server/bucket/path, got ${place}`,
    ),
  noStoreKey: (place: string) =>
    text(
      `${place} 需要环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY，实际未设`,
      `${place} needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, got none`,
    ),
  cannotWrite: (place: string, why: Localized) =>
    text(`不能写入 ${place}：${why.zh}`, `cannot write to ${place}: ${why.en}`),
  cannotRead: (place: string, why: Localized) =>
    text(`不能读取 ${place}：${why.zh}`, `cannot read from ${place}: ${why.en}`),
};
