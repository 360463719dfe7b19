import { type Localized, text } from '../../language/language.ts';

/** What is said of tables of figures, in both languages side by side. */
export const observationMessages = {
  notATable: () => text('无法读取：应为 CSV 或 xlsx 表格', 'cannot be read: must be a table in CSV or xlsx'),
  oldWorkbook: () => text('应另存为 xlsx 或 CSV，实际为旧的 xls', 'must be saved as xlsx or CSV, got an old xls'),
  empty: () => text('应有表头和至少一行数字，实际为空', 'must have a header and a row of figures, got nothing'),
  headerOnly: () => text('应至少有一行数字，实际只有表头', 'must have a row of figures, got a header alone'),
  lacksColumn: (column: string, zh: string) =>
    text(
      `表头应有 ${column}（${zh}）一列；各局常用的横表请先用 luohu observations import`,
      `must have a column ${column}; a table as bureaus keep it goes through luohu observations import`,
    ),
  strangeColumn: (given: string, near: string | undefined) =>
    text(
      `表头应为 place、year、indicator、value、unit、error、definition、source、note 之一，实际为“${given}”${near ? `；是指 ${near} 吗？` : ''}`,
      `must be one of place, year, indicator, value, unit, error, definition, source, note, got "${given}"${near ? `; did you mean ${near}?` : ''}`,
    ),
  twiceColumn: (given: string) =>
    text(`此列出现两次：“${given}”`, `must be there once, got a second column "${given}"`),
  tooManyCells: (had: number, given: number) =>
    text(
      `应有 ${had} 格，实际为 ${given}（数字中有逗号时须加引号）`,
      `must have ${had} cells, got ${given} (a number with a comma in it needs quotes)`,
    ),
  missing: () => text('不应为空', 'must not be empty'),
  unknownPlace: (given: string, near: string | undefined, counties: Localized) =>
    text(
      `应为本市或其县区的名称或代码，实际为“${given}”；${near ? `是指 ${near} 吗？` : `县区有${counties.zh}`}`,
      `must be the city or one of its counties by name or code, got "${given}"; ${near ? `did you mean ${near}?` : `its counties are ${counties.en}`}`,
    ),
  elsewhere: (given: string, where: Localized, city: Localized) =>
    text(`应在${city.zh}内，“${given}”是${where.zh}的`, `must lie in ${city.en}, "${given}" is of ${where.en}`),
  severalPlaces: (given: string, codes: string) =>
    text(`“${given}”不止一处：请写代码（${codes}）`, `"${given}" is more than one place: write a code (${codes})`),
  year: (given: string) =>
    text(`应为四位年份，如 2023，实际为“${given}”`, `must be a year such as 2023, got "${given}"`),
  yearRange: (given: string) =>
    text(`应在 2000 至 2060 之间，实际为 ${given}`, `must be from 2000 to 2060, got ${given}`),
  unknownIndicator: (given: string, near: string | undefined) =>
    text(
      `应为指标的代码或名称（luohu indicators 可查），实际为“${given}”${near ? `；是指 ${near} 吗？` : ''}`,
      `must be an indicator by code or name (luohu indicators lists them), got "${given}"${near ? `; did you mean ${near}?` : ''}`,
    ),
  perMille: (given: string) =>
    text(
      `“${given}”为千分率，不在指标表中：请给出人数（出生 births、死亡 deaths）`,
      `"${given}" is a rate per mille, which no indicator is: give the persons (births, deaths)`,
    ),
  number: (given: string) => text(`应为数字，实际为“${given}”`, `must be a number, got "${given}"`),
  unknownUnit: (given: string, allowed: Localized) =>
    text(`应为${allowed.zh}，实际为“${given}”`, `must be ${allowed.en}, got "${given}"`),
  rate: (given: string) =>
    text(`比率应在 0 至 100 之间，实际为 ${given}`, `must be a rate from 0 to 100, got ${given}`),
  rateAsShare: (given: string) =>
    text(
      `单位为 % 时应写百分数（45.2），实际为 ${given}，像是比例`,
      `must be per cent (45.2), got ${given}, which looks like a share`,
    ),
  negative: (given: string) => text(`不应小于 0，实际为 ${given}`, `must not be below 0, got ${given}`),
  part: (given: string) => text(`人数应为整数，实际为 ${given}`, `must be whole persons, got ${given}`),
  tooLarge: (given: number, of: number) =>
    text(
      `不可能这样大：${Math.round(given)} 是普查常住和户籍人口较大者 ${of} 的 ${(given / of).toFixed(1)} 倍，单位对吗？`,
      `cannot be so large: ${Math.round(given)} is ${(given / of).toFixed(1)} times the ${of} residents or registered of the census; is the unit right?`,
    ),
  tooSmall: (given: number, of: number) =>
    text(
      `不可能这样小：${given} 只有普查数 ${of} 的 ${((100 * given) / of).toFixed(2)}%，单位对吗？`,
      `cannot be so small: ${given} is ${((100 * given) / of).toFixed(2)} % of the ${of} of the census; is the unit right?`,
    ),
  errorNumber: (given: string) =>
    text(
      `应为大于 0 的标准误（与数值同单位，或如 2%），实际为“${given}”`,
      `must be a standard error above 0 (in the unit of the value, or as 2%), got "${given}"`,
    ),
  errorLarge: (given: string) =>
    text(`标准误应小于数值本身，实际为 ${given}`, `must be smaller than the value itself, got ${given}`),
  same: (line: number) => text(`与第 ${line} 行重复`, `stands on line ${line} already`),
  twoValues: (first: string, line: number, given: string) =>
    text(
      `同一地区、年份和指标有两个数：第 ${line} 行为 ${first}，此处为 ${given}`,
      `must be one value for a place, year and indicator: ${first} on line ${line}, ${given} here`,
    ),
  definition: (given: string) =>
    text(
      `应为 place（按登记地）、kind（按户口性质）、district（仅市辖区）、census（普查）、revised（普查后修订）或 bulletin（公报），实际为“${given}”`,
      `must be place, kind, district (of registers), census, revised or bulletin (of residents), got "${given}"`,
    ),
  notOfRegisters: () =>
    text(
      'place、kind、district 只用于城镇户籍人口和户籍人口城镇化率',
      'place, kind and district are of town registers and their rate alone',
    ),
  askRegister: (year: number) =>
    text(
      `${year} 年的城镇户籍按户口性质还是登记地统计？2014至2016年各地统一城乡户口，请在 definition 列写 kind 或 place`,
      `are town registers of ${year} counted by kind or by place? Registers were unified in 2014 to 2016: write kind or place in a column definition`,
    ),
  askRevised: (year: number) =>
    text(
      `${year} 年的数是公报数还是2020年普查后的修订数？请在 definition 列写 bulletin 或 revised`,
      `was the figure of ${year} revised after the census of 2020? Write bulletin or revised in a column definition`,
    ),
  askJump: (before: number, line: number, by: string) =>
    text(
      `比第 ${line} 行（${before} 年）变动 ${by}，口径变了吗？请在两行的 definition 列写明（place、kind、census、revised、bulletin）`,
      `differs by ${by} from line ${line} (${before}): did the definition change? Say it in a column definition on both lines (place, kind, census, revised, bulletin)`,
    ),
  noFit: () => text('应为 luohu calibrate 写出的拟合结果', 'must be a fit written by luohu calibrate'),
  notFitted: (id: string) =>
    text(
      `情景的自有数字尚未拟合（无 calibration/${id}.json），运行不经过它们：先运行 luohu calibrate`,
      `the scenario's own figures have not been fitted (no calibration/${id}.json), the run does not pass through them: luohu calibrate comes first`,
    ),
  fittedToOthers: (id: string) =>
    text(
      `calibration/${id}.json 拟合时的数字与现在不同：请重新运行 luohu calibrate`,
      `calibration/${id}.json was fitted to other figures than there are now: run luohu calibrate again`,
    ),
  unsettled: () =>
    text(
      '拟合结束时尚未稳定，预测可能不经过自有数字；加大 luohu calibrate 的 --sample 再拟合',
      'the fit had not settled, so forecasts may pass beside these figures; fit again with a larger --sample of luohu calibrate',
    ),
  // of what was understood
  beforeBase: (year: number, base: number) =>
    text(`${year} 年早于基年 ${base}，拟合不用`, `${year} is before the base year ${base}: not used in a fit`),
  notRevised: (year: number) =>
    text(`${year} 年公报数未经修订，拟合不用`, `${year} was not revised after the census: not used in a fit`),
} as const;
