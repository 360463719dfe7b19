import { type Localized, text } from '../../language/language.ts';

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);

/** Sentences of `luohu doctor`, in both languages side by side: what there is, what is missing, and what that is for. */
export const doctorMessages = {
  command: () =>
    text(
      '检查本机：Node、内存、磁盘、数据、字体、可选组件',
      'check this machine: Node, memory, disk, data, fonts, optional parts',
    ),
  node: (version: string, needed: string) =>
    text(`Node ${version}（需要 ${needed}）`, `Node ${version} (needs ${needed})`),
  memory: (bytes: number) => text(`可用内存 ${gigabytes(bytes)} GB`, `${gigabytes(bytes)} GB of memory available`),
  data: (cities: number, documents: number) =>
    text(
      `数据：${cities} 个地级单位，${documents} 份政策文件`,
      `data: ${cities} prefectures, ${documents} policy documents`,
    ),
  dataMissing: (why: string) => text(`数据不可读：${why}`, `data cannot be read: ${why}`),
  threads: () => text('工作线程可启动', 'worker threads start'),
  threadsFail: (why: string) => text(`工作线程无法启动：${why}`, `worker threads do not start: ${why}`),
  machine: (system: string, processor: string, cores: number) =>
    text(
      `${system}，${processor}，${cores} 个核心`,
      `${system}, ${processor}, ${cores === 1 ? '1 core' : `${cores} cores`}`,
    ),
  fits: (city: Localized, persons: number, needed: number, workers: number) =>
    text(
      `${city.zh}全部人口（含外出户籍人口至多 ${Math.round(persons / 1e4)} 万人）用 ${workers} 个线程约需 ${gigabytes(needed)} GB，放得下`,
      `all of ${city.en} (up to ${(persons / 1e6).toFixed(1)} million persons, registered people away included) needs about ${gigabytes(needed)} GB on ${workers} threads and fits`,
    ),
  fitsNot: (city: Localized, needed: number, workers: number, instead: string) =>
    text(
      `${city.zh}全部人口用 ${workers} 个线程约需 ${gigabytes(needed)} GB，放不下；可改用 ${instead}`,
      `all people of ${city.en} on ${workers} threads need about ${gigabytes(needed)} GB, which is not there; use ${instead}`,
    ),
  disk: (folder: string, bytes: number) =>
    text(`${folder} 所在磁盘可用 ${gigabytes(bytes)} GB`, `${gigabytes(bytes)} GB free on the disk of ${folder}`),
  diskFull: (folder: string, bytes: number) =>
    text(
      `${folder} 所在磁盘只剩 ${gigabytes(bytes)} GB：写结果可能不够`,
      `only ${gigabytes(bytes)} GB free on the disk of ${folder}: results may not fit`,
    ),
  files: (limit: string) => text(`可同时打开 ${limit} 个文件`, `${limit} files may be open at a time`),
  filesFew: (limit: string) =>
    text(
      `只能同时打开 ${limit} 个文件：运行可能中断，请先执行 ulimit -n 1024`,
      `only ${limit} files may be open at a time: a run may stop; say ulimit -n 1024 first`,
    ),
  fonts: (count: number) => text(`中文字体 ${count} 种`, count === 1 ? '1 Chinese font' : `${count} Chinese fonts`),
  noFonts: () =>
    text(
      '没有中文字体：在本机把图表画成图片或打印网页时，汉字会显示为方框；Debian 上 apt-get install fonts-noto-cjk',
      'no Chinese font: charts drawn to pictures and pages printed on this machine show boxes for characters; on Debian: apt-get install fonts-noto-cjk',
    ),
  fontsUnknown: () => text('无法查看字体（没有 fc-list）', 'fonts cannot be listed (no fc-list)'),
  part: (name: string, purpose: Localized) =>
    text(`可选组件 ${name}：${purpose.zh}`, `optional ${name}: ${purpose.en}`),
  noPart: (name: string, purpose: Localized, install: string) =>
    text(`没有可选组件 ${name}（${purpose.zh}）：${install}`, `no optional ${name} (${purpose.en}): ${install}`),
  forCluster: () =>
    text(
      '集群 run --engine、worker；另需一台 Redis 或 PostgreSQL 服务器',
      'clusters, run --engine and worker; a Redis or PostgreSQL server is needed as well',
    ),
  forRedis: () => text('集群 --engine redis://', 'clusters, --engine redis://'),
  forPostgres: () => text('集群 --engine postgres://', 'clusters, --engine postgres://'),
  forBuckets: () => text('存储桶 --store s3://', 'buckets, --store s3://'),
  forPictures: () => text('把图表画成 PNG', 'charts as PNG pictures'),
  summary: (missing: number, lacking: number) =>
    missing > 0
      ? text(`缺少 ${missing} 项必需条件`, `${missing} of what a run needs is missing`)
      : lacking > 0
        ? text(
            `可以运行；缺少 ${lacking} 项可选功能`,
            `ready to run; ${lacking} optional ${lacking === 1 ? 'part is' : 'parts are'} missing`,
          )
        : text('可以运行，一项不缺', 'ready to run, nothing is missing'),
};
