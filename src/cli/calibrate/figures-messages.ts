import { type Localized, text } from '../../language/language.ts';

/** What a fit to a scenario's own figures says, in both languages side by side. */
export const figuresMessages = {
  noFigures: (base: number, until: number | undefined) =>
    text(
      `没有可拟合的数字：应有 ${base} 年之后${until === undefined ? '' : `、${until} 年及以前`}的数字（observations:）`,
      `no figure to fit: there must be some after ${base}${until === undefined ? '' : ` and up to ${until}`} (observations:)`,
    ),
  several: (count: number) =>
    text(
      `有自有数字的情景一次拟合一个，实际为 ${count} 个`,
      `scenarios with figures of their own are fitted one at a time, got ${count}`,
    ),
  fitting: (city: Localized, used: number, held: number, time: string, folder: string) =>
    text(
      `用 ${used} 个数字拟合${city.zh}${held > 0 ? `，另有 ${held} 个留作检验` : ''}；机器空闲时约 ${time}；已完成的模拟保存在 ${folder}`,
      `fitting ${city.en} to ${used} figures${held > 0 ? `, ${held} kept out to score` : ''}; about ${time} on an idle machine; finished simulations are kept in ${folder}`,
    ),
  step: {
    slopes: (members: number, round: number) =>
      text(
        `${members} 次模拟，求各数字对各驱动因素的反应${round > 0 ? '（在新的中心重求）' : ''}`,
        `${members} simulations to see how the figures answer to what drives the city${round > 0 ? ', anew about the new centre' : ''}`,
      ),
    round: (members: number, round: number) =>
      text(
        `第 ${round} 轮检验，${members} 次模拟`,
        `round ${round}: ${members} simulations to see whether the figures are met`,
      ),
  },
  interrupted: (folder: string) =>
    text(
      `已中断；已完成的模拟在 ${folder}，同一命令会接着做`,
      `interrupted; what is done is in ${folder}, the same command goes on from there`,
    ),
  heading: (city: Localized, members: number, seconds: number) =>
    text(
      `${city.zh}：自有数字的拟合（${members} 次模拟，${seconds} 秒）`,
      `${city.en}: fit to its own figures (${members} simulations, ${seconds} s)`,
    ),
  settled: (rounds: number) =>
    text(`${rounds} 轮后稳定`, `settled after ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`),
  notSettled: (rounds: number) =>
    text(
      `${rounds} 轮后仍有数字在移动：加大 --sample 会更稳`,
      `figures still moved after ${rounds} rounds: a larger --sample is steadier`,
    ),
  figureHead: () =>
    text(
      '地区,年份,指标,数字,标准误,拟合前 (90%),拟合后 (90%),其余数字与模型认为,',
      'place,year,indicator,figure,error,before (90%),after (90%),by all else,',
    ),
  wholeCity: () => text('全市', 'whole city'),
  keptOut: () => text('留作检验', 'kept out'),
  doubted: (surprise: number, weight: number) =>
    text(
      `偏离 ${surprise.toFixed(1)} 个标准差，权重 ${weight.toFixed(2)}`,
      `off by ${surprise.toFixed(1)} sd, weight ${weight.toFixed(2)}`,
    ),
  toldHead: () => text('驱动因素,中值移动,剩下的不确定', 'driver,moved by,uncertainty left'),
  toldNote: () =>
    text(
      '中值移动：以拟合前的标准差为单位；剩下的不确定：拟合后的标准差为拟合前的百分之几；移动和收窄都很少的不列',
      'moved by: in standard deviations of what was thought before; uncertainty left: of the standard deviation of before; what the figures hardly moved or narrowed is not listed',
    ),
  nothingTold: () => text('这些数字没有确定任何驱动因素', 'these figures settle nothing that drives the city'),
  alsoTold: (count: number) => text(`另有 ${count} 个略有收窄`, `${count} more are a little narrower`),
  contradicting: () => text('互相矛盾的数字：', 'Figures that contradict each other:'),
  doubtful: () =>
    text(
      '与其余数字和模型都不符的数字（已降低权重，请核对）：',
      'Figures that neither the others nor the model bear out (given less weight; please look at them):',
    ),
  residual: (value: string, others: string, surprise: number, weight: number) =>
    text(
      `为 ${value}，其余认为 ${others}，偏离 ${surprise.toFixed(1)} 个标准差，权重 ${weight.toFixed(2)}`,
      `is ${value} where all else says ${others}: off by ${surprise.toFixed(1)} standard deviations, weight ${weight.toFixed(2)}`,
    ),
  scoreHead: () =>
    text('预测,个数,平均绝对误差 %,90%区间含真值,区间得分 %', 'forecast,figures,mean error %,in 90 %,interval score %'),
  forecasts: {
    model: text('拟合后的模型', 'fitted model'),
    line: text('末几点的直线', 'line through the last points'),
    noChange: text('不变', 'no change'),
  },
  scoreNote: () =>
    text(
      '误差与区间得分以数字为 100（比率为百分点）；只含三种预测都有的数字；越小越好',
      'errors and interval scores with the figure as 100 (rates in points); figures all three forecast; smaller is better',
    ),
  written: (place: string) => text(`拟合结果：${place}；luohu run 自动使用`, `Fit: ${place}; luohu run uses it`),
  writtenTest: (place: string) => text(`检验结果：${place}（运行不使用）`, `Test: ${place} (no run uses it)`),
  charts: (folder: string) => text(`图表：${folder}`, `Charts: ${folder}`),
} as const;
