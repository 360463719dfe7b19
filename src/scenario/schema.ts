import { z } from 'zod';
import { type CountyParameterName, countyParameterNames } from './county-parameters.ts';
import { fiscalSchema } from './fiscal-values.ts';
import type { ParameterSpec } from './parameter.ts';
import { type ParameterName, parameterNames, parameterSpecs } from './parameters.ts';
import { definitions } from './scenario.ts';
import { formatName, shaped, writtenText } from './shaped.ts';
import { type StructureQuestion, structureQuestions, structures } from './structures.ts';
import { tablesShape } from './table-shape.ts';

/**
 * The language of scenario files. Every key is optional here because a variation states only what differs; what the
 * whole must hold is checked after merging. Descriptions are for editors, which read the exported JSON Schema.
 */

/** A path that does not start at the root. */
export const parentPattern = /^[^/\\].*\.ya?ml$/;

const localName = writtenText(500).meta({ id: 'name' });

/** A source or a reason. */
const reason = writtenText(1000).meta({ id: 'reason' }); // stands in the exported schema once

const documentName = '[A-Za-z0-9][A-Za-z0-9-]*';
const clauseName = '[A-Za-z0-9][A-Za-z0-9.-]*';
const documentId = shaped('name', new RegExp(`^${documentName}$`));
const documentOrClause = shaped('documentOrClause', new RegExp(`^${documentName}(:${clauseName})?$`));

const policy = z.strictObject({
  without: z
    .array(documentOrClause)
    .optional()
    .describe('Documents or single clauses taken out of the law of this run / 从本次运行中去掉的文件或条款'),
  add: z
    .array(
      z.strictObject(
        {
          clause: shaped('clause', new RegExp(`^${documentName}:${clauseName}$`)).describe(
            'document:clause, of any city / 任一城市文件的条款',
          ),
          from: z.iso.date(formatName('date')).describe('Date it comes into force here / 在本市生效的日期'),
        },
        { error: ({ code }) => (code === 'invalid_type' ? formatName('addedClause').error : undefined) },
      ),
    )
    .optional()
    .describe('Clauses of other documents tried here / 试用的其他文件条款'),
  readings: z
    .record(shaped('clause', new RegExp(`^${documentName}:${clauseName}$`)), z.string().min(1).max(100))
    .optional()
    .describe('Readings of disputed clauses other than the default / 有争议条款采用的其他解释'),
});

const structure = z.strictObject(
  Object.fromEntries(
    structureQuestions.map((question) => [question, z.enum(Object.keys(structures[question])).optional()]),
  ) as Record<StructureQuestion, z.ZodOptional<z.ZodEnum<Record<string, string>>>>,
);

/** What a scenario may say of one parameter in one stretch of years. */
function valueShape(spec: ParameterSpec) {
  const [low, high] = spec.limits;
  const number = z.number().min(low).max(high);
  return {
    value: number.describe(`${spec.name.en} / ${spec.name.zh}`),
    unit: z.literal(spec.unit).describe('Must be the unit of the parameter / 必须是该参数的单位'),
    source: reason
      .optional()
      .describe('Where the figure comes from; one text or {zh, en} / 数据来源，一段文字或 {zh, en}'),
    confidence: z
      .enum(['published', 'derived', 'recalled'])
      .optional()
      .describe('How far the source can be trusted; published when left out / 可信程度，缺省为 published'),
    assumption: z
      .literal(true)
      .optional()
      .describe('Nobody’s figure but the author’s; needs a range / 作者的假设，须给出范围'),
    range: z
      .tuple([number, number])
      .optional()
      .describe('Where the truth may lie; replicates draw from it / 真值可能的范围，各次重复从中抽取'),
    why: reason.optional().describe('Reason for the value; one text or {zh, en} / 取值理由，一段文字或 {zh, en}'),
  };
}

function settingSchema(spec: ParameterSpec) {
  const single = z.strictObject(valueShape(spec));
  const from = z.int().min(1900).max(2100).describe('First year the value holds for / 开始适用的年份');
  const dated = z.array(z.strictObject({ from, ...valueShape(spec) })).min(1);
  const [low, high] = spec.limits;
  return z
    .union([single, dated], formatName('setting'))
    .describe(
      `${spec.name.en} / ${spec.name.zh}; ${spec.unit}, ${low} to ${high}, default ${spec.value}; one value or a list of dated values`,
    );
}

type Setting = z.infer<ReturnType<typeof settingSchema>>;
/** One value as written, before the rules of value-rules.ts. */
export type WrittenValue = Exclude<Setting, unknown[]> & { readonly from?: number };

const parameters = z.strictObject(
  Object.fromEntries(parameterNames.map((name) => [name, settingSchema(parameterSpecs[name]).optional()])) as Record<
    ParameterName,
    z.ZodOptional<ReturnType<typeof settingSchema>>
  >,
  { error: ({ code }) => (code === 'unrecognized_keys' ? formatName('parameter').error : undefined) },
);

const counties = z.record(
  shaped('areaCode', /^\d{6}$/),
  z.strictObject(
    Object.fromEntries(
      countyParameterNames.map((name) => [name, settingSchema(parameterSpecs[name]).optional()]),
    ) as Record<CountyParameterName, z.ZodOptional<ReturnType<typeof settingSchema>>>,
    { error: ({ code }) => (code === 'unrecognized_keys' ? formatName('countyParameter').error : undefined) },
  ),
);

export const scenarioFileSchema = z.strictObject({
  extends: shaped('parentFile', parentPattern)
    .optional()
    .describe('The scenario this one varies, relative to this file / 被改动的情景文件（相对路径）'),
  id: z.string().min(1).optional().describe('Must equal the file name; <city>.<name> for a variation / 与文件名一致'),
  title: localName.optional().describe('Title / 标题'),
  question: localName.optional().describe('The question this scenario answers / 本情景要回答的问题'),
  city: shaped('areaCode', /^\d{6}$/)
    .optional()
    .describe('Six-digit prefecture code in quotes / 带引号的六位地级区划代码'),
  baseYear: z.literal([2010, 2020]).optional().describe('Census the population starts from / 基年（人口普查）'),
  endYear: z.int().min(1900).max(2100).optional().describe('Last year of the run / 结束年'),
  seed: z
    .union([z.string().min(1).max(200), z.int()], formatName('scalar'))
    .optional()
    .describe('Text all random numbers follow from; luohu when left out / 随机种子，缺省为 luohu'),
  replicates: z
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe('Number of replicates; 20 when left out / 重复次数，缺省为 20'),
  documents: z
    .array(documentId)
    .optional()
    .describe('Policy documents of the city, in order of date (data/documents/<id>.yaml) / 本市的政策文件，按日期先后'),
  policy: policy.optional().describe('What this run changes in the law / 本次运行对政策的改动'),
  uncertainty: z
    .enum(['prior', 'fixed'])
    .optional()
    .describe(
      'prior: each replicate draws every parameter with a range; fixed: none does / 各次重复是否抽取参数，缺省为 prior',
    ),
  definition: z
    .enum(definitions)
    .optional()
    .describe(
      'How registered urbanization is counted; law when left out / 户籍人口城镇化率的统计口径，缺省按当时有效的规定',
    ),
  structure: structure
    .optional()
    .describe('Answers to contested questions other than the defaults / 有争议效应采用的其他设定'),
  observations: z
    .union(
      [z.string().min(1).max(500), z.array(z.string().min(1).max(500)).min(1).max(50)],
      formatName('observationFiles'),
    )
    .optional()
    .describe(
      'Tables of figures of one’s own (CSV or xlsx), relative to this file; luohu calibrate fits them / 自有数字的表格（CSV 或 xlsx，相对路径），由 luohu calibrate 拟合',
    ),
  calibration: documentId
    .optional()
    .describe(
      'Calibration whose posterior draws the replicates take (data/calibration/<name>.json) / 各次重复从中取参数后验抽样的校准结果',
    ),
  uncalibrated: z
    .array(z.enum(parameterNames, formatName('parameter')))
    .optional()
    .describe('Parameters it covers that stay as this scenario has them / 校准所含、但仍用本情景取值的参数'),
  tables: tablesShape
    .optional()
    .describe('Tables counted in every replicate, by name (luohu columns says what there is) / 各次重复中统计的自定表'),
  fiscal: fiscalSchema.optional().describe('Coefficients of the fiscal tables, by id (luohu fiscal) / 财政测算系数'),
  parameters: parameters.optional().describe('Values this scenario knows better than the defaults / 本情景设定的参数'),
  counties: counties
    .optional()
    .describe('Values of single counties in place of the city’s, by six-digit code / 个别县区自己的参数值，按六位代码'),
});

export type ScenarioFile = z.infer<typeof scenarioFileSchema>;
