import { type Localized, text } from '../../language/language.ts';

const times = (replicates: number): string => (replicates === 1 ? '1 replicate' : `${replicates} replicates`);

/** Sentences of `luohu run`, `worker` and `merge` about long and large runs, in both languages side by side. */
export const runCliMessages = {
  command: () =>
    text(
      '运行情景，逐人逐年模拟，结果写入 out/<情景>-<哈希>/',
      'run scenarios person by person; results go to out/<scenario>-<hash>/',
    ),
  // options
  scenariosOrPlans: () =>
    text(
      '情景文件、计划文件，或地级单位、省、全国的名称或代码',
      'scenario files, plan files, or a prefecture, a province or china by name or code',
    ),
  strict: () => text('每年之后检查守恒关系', 'check the invariants after every year'),
  resume: () =>
    text(
      '继续未完成的运行：已完成的重复不再重算',
      'go on with a run that did not end: replicates that are finished are not made again',
    ),
  engine: () =>
    text(
      '在哪里计算：threads（本机），或 redis://主机[:端口]、postgres://主机[:端口]/数据库（集群）',
      'where to compute: threads (this machine), or redis://host[:port] or postgres://host[:port]/database (a cluster)',
    ),
  engineOfCluster: () =>
    text(
      '集群的队列：redis://主机[:端口] 或 postgres://主机[:端口]/数据库',
      'queue of the cluster: redis://host[:port] or postgres://host[:port]/database',
    ),
  namespace: () =>
    text(
      '与集群的 --engine 合用：多人共用一台服务器时的区分名（Redis 键的前缀，PostgreSQL 的模式）',
      'with the --engine of a cluster: keeps several users of one server apart (prefix of the keys in Redis, schema in PostgreSQL)',
    ),
  store: () =>
    text(
      '各机器共用的存放重复结果的文件夹或存储桶（s3://桶/路径）',
      'folder or bucket (s3://bucket/path) shared by all machines, where finished replicates go',
    ),
  shard: () =>
    text(
      '只算 n 片中的第 i 片（i 从 0 数起），写入 --store；由 luohu merge 合并',
      'run only part i of n (i from 0) into --store; luohu merge joins the parts',
    ),
  microdata: () =>
    text(
      '写出人、户和事件（microdata/*.parquet），年份见 --years，重复见 --only',
      'write persons, households and events out (microdata/*.parquet), of the years of --years and the replicates of --only',
    ),
  years: () =>
    text(
      '表中的年份，如 2030,2035（缺省为首、中、末年）；与 --microdata 合用时也是写出人和户的年份（缺省为首末两年）',
      'years of the table, such as 2030,2035 (default: first, middle, last); with --microdata also those whose people are written (default: first and last)',
    ),
  only: () =>
    text(
      '写出哪几次重复，从 0 数起，以逗号分隔；缺省为第 0 次',
      'replicates that are written, from 0, parted by commas (default: the first)',
    ),
  tables: () =>
    text(
      '另统计随包附带的表：名称以逗号分隔，或 all（见 luohu columns --tables）',
      'count shipped tables too: names parted by commas, or all (luohu columns --tables lists them)',
    ),
  ownOnCluster: (file: string) =>
    text(
      `自有政策文件只能在本机运行，实际为 ${file} 与 --engine 或 --shard 合用；放入程序的 data/documents 后可用`,
      `documents of one's own run on this machine alone, got ${file} with --engine or --shard; put it into data/documents of the package`,
    ),
  needsMicrodata: (option: string) => text(`${option} 须与 --microdata 合用`, `${option} must go with --microdata`),
  yearsOutside: (first: number, last: number, given: number) =>
    text(
      `--years 应在 ${first} 到 ${last} 之间，实际为 ${given}`,
      `--years must lie between ${first} and ${last}, got ${given}`,
    ),
  onlyOutside: (replicates: number, given: number) =>
    text(
      `--only 应小于重复次数 ${replicates}，实际为 ${given}`,
      `--only must be below the number of replicates, ${replicates}, got ${given}`,
    ),
  unknownTables: (given: string, known: readonly string[], nearest: string | undefined) =>
    text(
      `--tables 应为 ${known.join('、')} 或 all，实际为 ${given}${nearest === undefined ? '' : `；是否想写 ${nearest}`}`,
      `--tables must be ${known.join(', ')} or all, got ${given}${nearest === undefined ? '' : `; did you mean ${nearest}`}`,
    ),
  microdataAhead: (persons: number, households: number, megabytes: number, seconds: number) =>
    text(
      `写出约 ${persons.toLocaleString('en-US')} 行人、${households.toLocaleString('en-US')} 行户，约 ${megabytes} MB，多用约 ${seconds} 秒处理器时间`,
      `writing about ${persons.toLocaleString('en-US')} rows of persons and ${households.toLocaleString('en-US')} of households, some ${megabytes} MB, some ${seconds} more seconds of processor`,
    ),
  plan: () => text('只列出各次运行及所需内存，不运行', 'only list the runs and the memory they need'),

  // mistakes
  notAShard: (given: string) =>
    text(
      `--shard 应为 i/n（i 从 0 到 n-1），实际为 ${given}`,
      `--shard must be i/n with i from 0 to n-1, got ${given}`,
    ),
  needsStore: (option: string) =>
    text(`${option} 须与 --store 合用`, `${option} must go with --store, the place all machines share`),
  oneOfTwo: (one: string, other: string) => text(`${one} 不能与 ${other} 合用`, `${one} cannot go with ${other}`),

  microdataInFolder: (store: string) =>
    text(
      `--microdata 的 --store 应为各机器共用的文件夹，实际为 ${store}`,
      `--store must be a folder all machines share where --microdata is asked for, got ${store}`,
    ),
  microdataOfPlace: () =>
    text(
      '--microdata 不能用于省或全国的运行；请列出其各地：luohu run 包头 赤峰 --microdata',
      '--microdata cannot go with a province or the nation: name its places, luohu run baotou chifeng --microdata',
    ),
  bases: () =>
    text(
      '各次重复轮流使用的抽样基年人口份数（缺省取内存容许的份数，至多 50）',
      'base populations of a sample that the replicates take in turn (default: as many as memory holds, at most 50)',
    ),
  precision: () =>
    text(
      '常住、户籍两个城镇化率均值的标准误（百分点）都不超过此数时结束',
      'end when the standard errors of the means of both urbanization rates are no more than this, percentage points',
    ),
  secondsGiven: () =>
    text('到此秒数即结束，写出已完成的重复', 'end after so many seconds, with the replicates that are finished'),

  // while running
  interim: (first: number, replicates: number) =>
    text(
      `${replicates} 次重复中的前 ${first} 次：均值 ± 标准误（5%—95% 区间）`,
      `the first ${first} of ${times(replicates)}: mean ± standard error (5%-95% interval)`,
    ),
  endedBy: {
    precision: (replicates: number, asked: number) =>
      text(
        `已达 --precision：用了 ${asked} 次重复中的前 ${replicates} 次`,
        `--precision is reached: the first ${replicates} of ${times(asked)}`,
      ),
    seconds: (replicates: number, asked: number) =>
      text(
        `已到 --seconds：用了 ${asked} 次重复中的前 ${replicates} 次`,
        `--seconds is over: the first ${replicates} of ${times(asked)}`,
      ),
    interrupt: (replicates: number, asked: number) =>
      text(
        `中断时已有 ${asked} 次重复中的前 ${replicates} 次，结果已写出`,
        `interrupted: what there is, the first ${replicates} of ${times(asked)}, is written`,
      ),
  },
  takenOver: (taken: number, replicates: number, folder: string) =>
    text(
      `从 ${folder} 接续：${replicates} 次重复中 ${taken} 次已完成`,
      `going on from ${folder}: ${taken} of ${times(replicates)} are finished`,
    ),
  damaged: (damaged: number) =>
    text(
      `其中 ${damaged} 次的文件已损坏（或不带集群密钥的签名），重新计算`,
      `files of ${damaged} more are damaged (or not signed with the key): made again`,
    ),
  forged: (files: number) =>
    text(
      `存放处有 ${files} 个文件没有应有的签名，不予采用，重新计算`,
      files === 1
        ? 'a file of the store is not signed as it should be: it is not used and made again'
        : `${files} files of the store are not signed as they should be: they are not used and made again`,
    ),
  discarded: (discarded: number, folder: string) =>
    text(
      `重新开始：丢弃 ${folder} 中 ${discarded} 次已完成的重复（--resume 可接续）`,
      `starting anew: ${discarded} finished of an earlier run in ${folder} are dropped (--resume goes on with them)`,
    ),
  kept: (finished: number, replicates: number, folder: string) =>
    text(
      `${replicates} 次重复中 ${finished} 次已完成，保存在 ${folder}；同一命令加 --resume 可接续`,
      `${finished} of ${times(replicates)} are finished and kept in ${folder}; the same command with --resume goes on`,
    ),
  threadDied: (job: string, detail: string) => text(`${job}：${detail}；重新计算`, `${job}: ${detail}; begun again`),
  chartsOwed: (why: Localized) =>
    text(
      `结果已写出，但图表或表格未能做出：${why.zh}；同一命令加 --resume 补做`,
      `the result is written, its charts or its tables could not be made: ${why.en}; the same command with --resume makes them`,
    ),
  alreadyThere: (folder: string) => text(`已有结果：${folder}`, `already there: ${folder}`),
  ofPlan: (number: number, count: number, title: Localized) =>
    text(`[${number}/${count}] ${title.zh}`, `[${number}/${count}] ${title.en}`),
  planHeader: () => text('情景,选项,人口,重复次数,内存 GB', 'scenario,options,persons,replicates,memory GB'),
  planTotal: (runs: number, replicates: number, gigabytes: string) =>
    text(
      `共 ${runs} 次运行、${replicates} 次重复；同一时刻最多约需 ${gigabytes} GB`,
      `${runs} runs, ${replicates} replicates in all; at most about ${gigabytes} GB at a time`,
    ),
  planFailed: (failed: number, runs: number) =>
    text(`${runs} 次运行中 ${failed} 次失败`, `${failed} of ${runs} runs failed`),

  // shards and cluster
  shardDone: (run: number, there: number, store: string) =>
    text(
      `完成 ${run} 次重复（另有 ${there} 次已在）：${store}`,
      `${times(run)} done (${there} more were there): ${store}`,
    ),
  mergeNext: (store: string, out: string) =>
    text(
      `全部片段完成后：npx luohu merge ${store} --out ${out}`,
      `when all parts are done: npx luohu merge ${store} --out ${out}`,
    ),
  there: (there: number, replicates: number, store: string) =>
    text(
      `${store} 中已有 ${replicates} 次重复中的 ${there} 次`,
      `${there} of ${times(replicates)} are in ${store} already`,
    ),
  workers: (workers: number, command: string) =>
    workers === 0
      ? text(`尚无工作进程；在任一机器上运行 ${command}`, `no worker has joined yet; on any machine: ${command}`)
      : text(`${workers} 个工作进程`, workers === 1 ? '1 worker has joined' : `${workers} workers have joined`),
  refused: (worker: string, reason: string) =>
    text(`工作进程 ${worker} 拒绝任务：${reason}`, `worker ${worker} refuses: ${reason}`),
  unsigned: () =>
    text(
      '没有 LUOHU_CLUSTER_KEY：任务和重复结果不带签名，凡能写入队列或存放处的人都能改动',
      'no LUOHU_CLUSTER_KEY: jobs and replicates are not signed, and whoever can write to the queue or the store can forge them',
    ),
  deadLetter: (reason: string) => text(`工作进程搁置了一个任务：${reason}`, `a worker laid a job aside: ${reason}`),
  deadLetters: (count: number, place: string, reasons: readonly Localized[]) =>
    text(
      `${place} 中有 ${count} 个搁置的任务：${reasons.map(({ zh }) => zh).join('；')}`,
      `${count === 1 ? '1 job is' : `${count} jobs are`} laid aside in ${place}: ${reasons.map(({ en }) => en).join('; ')}`,
    ),
  connectionLost: (engine: string) =>
    text(`与 ${engine} 的连接中断，等待恢复`, `the connection to ${engine} broke off, waiting`),
  connectionBack: (engine: string) => text(`与 ${engine} 的连接已恢复`, `the connection to ${engine} is back`),

  // what can be done next
  // a province or the nation
  close: () =>
    text(
      '全国运行时以到达系数平衡地区间流动的账目；--no-close 不平衡',
      'in a run of the nation, close the account of moves between places by factors on arrivals; --no-close leaves it open',
    ),
  ofPlaceAlone: (option: string) =>
    text(`${option} 不能用于省或全国的运行`, `${option} cannot go with a province or the nation`),
  closeAlone: () => text('--no-close 只用于省或全国的运行', '--no-close must go with a province or the nation'),
  regionAlone: (given: readonly string[]) =>
    text(
      `省或全国须单独运行，实际为 ${given.join('、')}`,
      `a province or the nation is run by itself, got ${given.join(', ')}`,
    ),
  regionBegins: (name: Localized, places: number, residents: number, sample: number, replicates: number) => {
    const millions = (residents / 1e6).toFixed(1);
    const share = Number((100 * sample).toPrecision(3));
    return text(
      `${name.zh}：${places}个地级单位，常住人口${millions}百万，按${share}%的家庭抽样（--sample 可改），重复${replicates}次`,
      `${name.en}: ${places} places, ${millions} million residents, a sample of ${share} % of the households (--sample says otherwise), ${times(replicates)}`,
    );
  },
  regionFrom2010: (places: number) =>
    text(
      `其中${places}地没有2020年普查的分县数据，从2010年算起`,
      `${places} of them have no county rows of the 2020 census and begin in 2010`,
    ),
  regionAssumed: (own: readonly string[], region: string) =>
    text(
      `${own.length > 0 ? `${own.join('、')}用自己的情景，其余` : ''}各地没有自己的情景，按数据生成；luohu places ${region} 列出借用和假设的值`,
      `${own.length > 0 ? `${own.join(', ')} by scenarios of their own, the others` : 'all'} by scenarios made from the data; luohu places ${region} lists what is borrowed and assumed`,
    ),
  regionPass: (pass: number) =>
    text(
      `第${pass}遍试算：求平衡流动账目的到达系数`,
      `pass ${pass}: factors on arrivals that close the account of moves`,
    ),
  regionMain: () => text('正式运算', 'the run itself'),
  regionJoining: () => text('汇总各地并写出结果', 'joining the places and writing the result'),
  regionKept: (folder: string) =>
    text(
      `已完成的部分保存在 ${folder}，加 --resume 接续`,
      `what is finished is kept in ${folder}; --resume goes on with it`,
    ),
  regionBalanced: (within: number, between: number) =>
    text(
      `流动账目：到达比应到达多（+）或少（-）：省内${within}%，跨省${between}%`,
      `account of moves: arrivals above (+) or below (-) those wanted: ${within} % within provinces, ${between} % between them`,
    ),
  regionRemark: (place: Localized, factor: number, why: Localized) =>
    text(`- ${place.zh}：系数${factor}。${why.zh}`, `- ${place.en}: factor ${factor}; ${why.en}`),
  betweenProvinces: () => text('跨省流动', 'moves between provinces'),
  regionRemarks: () => text('系数在0.8—1.25之外的：', 'factors outside 0.8-1.25:'),
  regionCounted: (inside: number, of: number) =>
    text(
      `已公布的数字${of}个，落在90%区间内${inside}个（counted.csv）`,
      `${inside} of ${of} published figures lie in the 90 % interval (counted.csv)`,
    ),
  countedHeader: (whole: Localized) =>
    text(`${whole.zh},年,公布,模拟平均,90%区间`, `${whole.en},year,published,simulated mean,90 % interval`),
  next: () => text('接下来：', 'Next:'),
  nextCharts: (folder: string) => text(`查看图表　${folder}`, `look at the charts in ${folder}`),
  nextTables: (folder: string) =>
    text(`用 Excel、WPS 打开　${folder}`, `open with Excel or WPS what lies in ${folder}`),
  nextBrief: (folder: string) =>
    text(`汇报材料　npx luohu brief ${folder}`, `write a briefing:  npx luohu brief ${folder}`),
  nextReport: (folder: string) =>
    text(`做成网页　npx luohu report ${folder}`, `make a page of it:  npx luohu report ${folder}`),
  nextVerify: (folder: string) =>
    text(`核对结果　npx luohu verify ${folder}`, `check the result:  npx luohu verify ${folder}`),
  nextVariation: (example: string) =>
    text(`试一个变化　npx luohu run ${example}`, `try a variation:  npx luohu run ${example}`),
};
