import { type Localized, text } from '../../language/language.ts';

const count = (value: number): string => value.toLocaleString('en-US');

/** What `luohu population` says, in both languages. */
export const populationMessages = {
  populationCommand: () =>
    text('合成基年人口并报告与普查的拟合', 'synthesise the base population and report how it fits the census'),
  scenarioOrCode: () => text('情景文件，或地级单位的代码或名称', 'scenario file, or a prefecture by code or name'),
  code: () => text('六位地级区划代码', 'six-digit prefecture code'),
  notACode: (given: string) =>
    text(`区划代码应为六位数字，实际为 ${given}`, `a prefecture code must have six digits, got ${given}`),
  needsScenarioOrCode: () => text('应给出情景文件或 --code', 'a scenario file or --code must be given, got neither'),
  scenarioAndCode: (scenario: string, code: string) =>
    text(
      `应只给出情景文件或 --code，实际两者都有：${scenario} 与 --code ${code}`,
      `must be either a scenario file or --code, got both: ${scenario} and --code ${code}`,
    ),
  microdata: () =>
    text(
      '写出人和户（persons.parquet、households.parquet）及数据说明卡；省或全国则每地一个文件夹',
      'write persons and households (persons.parquet, households.parquet) with a data card; of a province or china a folder a place',
    ),
  written: (folder: string, persons: number, households: number) =>
    text(
      `${folder}：${count(persons)} 人，${count(households)} 户`,
      `${folder}: ${count(persons)} persons in ${count(households)} households`,
    ),
  ahead: (persons: number, megabytes: number, seconds: number) =>
    text(
      `写出约 ${count(persons)} 人，约 ${count(megabytes)} MB，约 ${count(seconds)} 秒处理器时间`,
      `writing about ${count(persons)} persons, some ${count(megabytes)} MB, some ${count(seconds)} seconds of processor`,
    ),
  populationOf: (city: Localized, year: number, persons: number, households: number) =>
    text(
      `${city.zh} ${year} 年基年人口：${count(persons)} 人，${count(households)} 户（含外出户籍人口）`,
      `Base population of ${city.en} ${year}: ${count(persons)} persons in ${count(households)} households, registered people away included`,
    ),
  memoryPerRow: (perPerson: number, perHousehold: number, megabytes: number) =>
    text(
      `每人 ${perPerson} 字节，每户 ${perHousehold} 字节，共 ${megabytes} MB`,
      `${perPerson} bytes a person, ${perHousehold} bytes a household, ${megabytes} MB in all`,
    ),
  fitControlled: () => text('用于合成的表', 'Tables used in the synthesis'),
  fitHeldOut: () => text('未用于合成的表（检验）', 'Tables not used in the synthesis (the test)'),
  fitHeader: () => text('表,单位,格数,目标合计,TAE,TAE %,SRMSE', 'table,unit,cells,target,TAE,TAE %,SRMSE'),
  fitMeasures: () =>
    text(
      'TAE 为各格绝对误差之和（TAE % 为其占目标合计的百分比）；SRMSE 为误差的均方根除以各格目标的均值；0 为完全吻合',
      'TAE: total absolute error, the sum over all cells (TAE %: of the target); SRMSE: root mean square error over the mean target; 0 is a perfect fit',
    ),
  fitUnits: {
    persons: text('人', 'persons'),
    households: text('户', 'households'),
    points: text('百分点', 'percentage points'),
    years: text('年', 'years'),
  },
  fitOffRegister: (percent: string) =>
    text(
      `* 不可比：普查的人户分离（占常住人口 ${percent}%）包括在县内换房居住的城镇居民，模型只含户籍与居住分处城乡的人`,
      `* not comparable: the census (${percent}% of the residents) also counts townspeople who moved flat inside a county; the model holds only those whose register lies across town and village`,
    ),
};
