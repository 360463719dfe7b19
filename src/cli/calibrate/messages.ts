import { type Localized, text } from '../../language/language.ts';

/** What `luohu calibrate` says, in both languages side by side. */
export const calibrateMessages = {
  command: () =>
    text(
      '情景有自有数字（observations:）时拟合它们，写入 calibration/；否则用2020年普查估计少数参数（多个地级单位联合），写入 data/calibration/',
      'fit a scenario to its own figures (observations:), into calibration/; without any estimate a few parameters from the census of 2020, several prefectures jointly, into data/calibration/',
    ),
  scenarios: () =>
    text(
      '列有自有数字（observations:）的一个情景；或以2010年为基年的情景文件，每个地级单位一个',
      'one scenario with figures of its own (observations:); or scenario files with base year 2010, one a prefecture',
    ),
  name: () =>
    text(
      '校准结果的名称（缺省：单个情景用其编号，多个用 joint）',
      'name of the calibration (default: that of one scenario, joint for several)',
    ),
  replicates: () =>
    text(
      '每个参数点的重复次数（缺省由试运行确定，2 到 8；--variance 时取情景文件的值）',
      'replicates at each point (default: what a pilot finds it takes, 2 to 8; with --variance what the scenario says)',
    ),
  piloting: () => text('试运行，以定重复次数', 'a pilot, to find how many replicates it takes'),
  piloted: (replicates: number, chance: number) =>
    text(
      `一次重复的随机方差最多为模型偏差方差的 ${(100 * chance).toFixed(0)}%：每点 ${replicates} 次重复`,
      `chance in one replicate has at most ${(100 * chance).toFixed(0)} % of the variance by which the model may miss: ${replicates} replicates a point`,
    ),
  sample: () =>
    text(
      '拟合所用家庭的比例（缺省约 10 万人）',
      'share of the households to fit with (default: about 100,000 persons)',
    ),
  check: () => text('最后检验所用家庭的比例', 'share of the households in the final check'),
  rounds: () => text('重求斜率的最多轮数', 'most rounds of slopes'),
  draws: () => text('保留的后验抽样数', 'posterior draws to keep'),
  out: () => text('工作文件夹的上级文件夹', 'parent of the work folder'),
  into: () =>
    text(
      '校准结果写入的文件夹（缺省：拟合自有数字为当前文件夹的 calibration，其他为本软件的 data/calibration）',
      'folder the calibration is written to (default: calibration of the working folder for own figures, else data/calibration of the package)',
    ),
  until: () =>
    text(
      '只拟合到该年的自有数字，其后的用来评分（运行不使用这样的拟合）',
      'fit figures of one’s own up to this year and score the later ones (no run uses such a fit)',
    ),
  variance: () =>
    text(
      '不校准，而把情景结果的方差逐年分为偶然、路径、参数和结构四部分',
      'do not calibrate, but split the variance year by year into chance, paths, parameters and structure',
    ),

  // mistakes
  notFittable: {
    baseYear: (baseYear: number) =>
      text(
        `baseYear 应为 2010（其后有普查可比），实际为 ${baseYear}`,
        `baseYear must be 2010, which has a later census to meet, got ${baseYear}`,
      ),
    noTargets: (city: string) =>
      text(
        `city 应为2020年普查有分县数据的地级单位，实际为 ${city}`,
        `city must be a prefecture with county rows in the census of 2020, got ${city}`,
      ),
    twice: (city: string) =>
      text(`city 应每个只有一个情景，实际 ${city} 重复`, `city must have one scenario, got ${city} again`),
  },
  nameShape: () => text('由字母、数字和连字符组成', 'made of letters, digits and hyphens'),
  varianceReplicates: (given: number) =>
    text(`--variance 需要至少 4 次重复，实际为 ${given}`, `--variance must have 4 replicates or more, got ${given}`),

  // while it works
  fitting: (prefectures: number, figures: number, folder: string) =>
    text(
      `校准 ${prefectures} 个地级单位，${figures} 个普查数；已完成的模拟保存在 ${folder}`,
      `calibrating ${prefectures === 1 ? 'one prefecture' : `${prefectures} prefectures`} on ${figures} figures; finished simulations are kept in ${folder}`,
    ),
  found: (points: number) => text(`沿用已完成的 ${points} 次模拟`, `${points} simulations found done`),
  interrupted: (folder: string) =>
    text(
      `已中断；已完成的模拟在 ${folder}，同一命令会接着做`,
      `interrupted; what is done is in ${folder}, the same command goes on from there`,
    ),
  // results
  heading: (name: string, prefectures: readonly Localized[], seconds: number) =>
    text(
      `校准 ${name}：${prefectures.map(({ zh }) => zh).join('、')}（${seconds} 秒）`,
      `Calibration ${name}: ${prefectures.map(({ en }) => en).join(', ')} (${seconds} s)`,
    ),
  ended: {
    converged: (rounds: number) => text(`${rounds} 轮后收敛`, `converged after ${rounds} rounds`),
    stalled: (rounds: number) =>
      text(`${rounds} 轮后没有更好的一步`, `stopped after ${rounds} rounds: no step made the misfit smaller`),
    rounds: (rounds: number) =>
      text(
        `做满 ${rounds} 轮，尚未收敛（可加大 --rounds）`,
        `not converged after ${rounds} rounds (--rounds allows more)`,
      ),
  },
  shift: (shift: string, percent: number) =>
    text(
      `按 ${percent}% 家庭检验，参数至多移动 ${shift} 个后验标准差`,
      `the check on ${percent}% of the households moved no value by more than ${shift} posterior standard deviations`,
    ),
  parameterHead: () =>
    text('参数,先验 (90%),共同值 (90%),地区间差异', 'parameter,prior (90%),common value (90%),between prefectures'),
  cityHead: () =>
    text('参数,先验 (90%),后验 (90%),后验/先验,依据', 'parameter,prior (90%),posterior (90%),sd ratio,rests on'),
  settledHead: () => text('地级单位,数据确定的参数', 'prefecture,what its figures settle'),
  nothing: () => text('无', 'nothing'),
  figures: () => text('数据', 'figures'),
  prior: () => text('先验', 'prior'),
  same: () => text('各地相同', 'the same everywhere'),
  spread: (before: string, after: string) => text(`${before} → ${after}`, `${before} → ${after}`),
  spreadNote: () =>
    text(
      '地区间差异：各地级单位在估计尺度上的标准差，先验 → 估计',
      'between prefectures: standard deviation on the scale of estimation, prior → estimated',
    ),
  ratioNote: () =>
    text(
      '后验/先验：估计尺度上的标准差之比；超过 0.8 即主要依据先验，数据未能确定',
      'sd ratio: posterior over prior standard deviation; above 0.8 the value rests on the prior and not on the figures',
    ),
  fitHead: () =>
    text('指标,个数,校准前,校准后,检验,各县偏差,全市偏差', 'indicator,figures,before,after,check,county,shared'),
  fitNote: () =>
    text(
      '校准前（先验中心）、校准后与检验：典型误差（均方根）；偏差：参数正确时模型仍会差多少（估计的标准差），各县的与全市共同的',
      'before (centre of the prior), after, check: typical miss (root mean square); county, shared: what the model misses at the right parameters (estimated standard deviation), of each county and of all counties of a prefecture alike',
    ),
  points: () => text('点', 'pts'),
  written: (file: string) => text(`校准结果：${file}`, `Calibration: ${file}`),
  charts: (folder: string) => text(`图表：${folder}`, `Charts: ${folder}`),
  use: (name: string) =>
    text(`在情景文件中写 calibration: ${name} 即可使用`, `a scenario takes it up with the line  calibration: ${name}`),
  varianceHeading: (title: Localized, year: number, replicates: number) =>
    text(
      `${title.zh}，${year} 年：${replicates} 次重复的方差由何而来`,
      `${title.en}, ${year}: what the variance over ${replicates} replicates is made of`,
    ),
  varianceHead: () =>
    text('指标,均值,标准差,偶然 %,路径 %,参数 %,结构 %', 'indicator,mean,sd,chance %,paths %,parameters %,structure %'),
  varianceIn: (folder: string) => text(`各年的表与图：${folder}`, `Every year, as table and chart: ${folder}`),
  varianceNote: () =>
    text(
      '各部分占总方差的百分比 ± 标准误；无偏估计，可略低于零。偶然含抽样；路径：逐年波动与基年户籍的抽取；结构：有争议效应的各种设定视为同等可能',
      'parts in per cent of the variance ± standard error; unbiased, hence now and then below zero. Chance: as in the sample. Paths: yearly shocks, and draws of base-year registers. Structure: every answer to a contested question taken as equally likely',
    ),
} as const;
