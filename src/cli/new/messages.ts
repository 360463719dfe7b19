import { type Localized, text } from '../../language/language.ts';
import type { Region } from '../../scenario/city/regions.ts';
import type { Unit } from '../../scenario/parameter.ts';
import { unitName } from '../../scenario/unit-names.ts';

/** 洛阳市（410300）, Luoyang (410300). */
const called = ({ name, code }: Region): Localized => text(`${name.zh}（${code}）`, `${name.en} (${code})`);

/** What `luohu new` says, in both languages. */
export const newMessages = {
  command: () => text('仅据数据为任一地级单位写出情景文件', 'write a scenario of any prefecture from data alone'),
  prefecture: () =>
    text(
      '地级单位：六位代码、中文名或拼音',
      'prefecture: six-digit code, Chinese name or pinyin, such as 410300 or luoyang',
    ),
  from: () =>
    text('基年；缺省为该市有分县数据的最近一次普查', 'base year; default: the last census with rows of the prefecture'),
  to: () => text('结束年', 'last year'),
  out: () =>
    text(
      '要写的文件；缺省为当前文件夹下的 scenarios/<拼音>.yaml，没有 scenarios 就新建',
      'file to write; default: scenarios/<pinyin>.yaml below the working folder, which is made where missing',
    ),
  force: () => text('覆盖已有的文件', 'replace a file that is there'),

  exists: (file: string) =>
    text(
      `${file}: 应尚不存在，实际已有；用 --force 覆盖`,
      `${file}: must not exist yet, got a file; --force replaces it`,
    ),
  notYaml: (file: string) => text(`--out 应以 .yaml 结尾，实际为 ${file}`, `--out must end in .yaml, got ${file}`),
  cannotWrite: (file: string, why: string) =>
    text(`${file}: 无法写入（${why}）`, `${file}: cannot be written (${why})`),

  wrote: (file: string, prefecture: Region, from: number, to: number) => {
    const name = called(prefecture);
    return text(`已写出 ${file}：${name.zh}，${from}–${to}年`, `wrote ${file}: ${name.en}, ${from} to ${to}`);
  },
  law: (documents: number, province: Localized, ownDocuments: readonly string[]) =>
    ownDocuments.length === 0
      ? text(
          `法规：国家和${province.zh}的 ${documents} 份文件；data/documents 中没有本市自己的文件`,
          `law: ${documents} documents of the nation and of ${province.en}; none of the city itself is in data/documents`,
        )
      : text(
          `法规：${documents} 份文件，其中本市的有 ${ownDocuments.join('、')}`,
          `law: ${documents} documents, those of the city among them: ${ownDocuments.join(', ')}`,
        ),
  known: () => text('据数据设定：', 'set from data:'),
  assumed: () => text('假设，未见本市公布：', 'assumed, because not published for this city:'),
  defaults: (parameters: number, notes: number) =>
    text(
      `其余 ${parameters} 个参数取模型缺省值（src/process/parameters.md）${notes === 0 ? '' : '；数据的说明：'}`,
      `the other ${parameters} parameters keep the defaults of the model (src/process/parameters.md)${notes === 0 ? '' : '; about the data:'}`,
    ),
  value: (value: number, unit: Unit, range: readonly [number, number] | null, from: number | null) => {
    const ends = range === null ? '' : ` (${range[0]} – ${range[1]})`;
    const year = from === null ? text('', '') : text(`${from}年起 `, `from ${from} `);
    return text(`${year.zh}${value}${ends} ${unitName(unit, 'zh')}`, `${year.en}${value}${ends} ${unit}`);
  },
  nextCheck: (file: string) => text(`检查　npx luohu check ${file}`, `check it:  npx luohu check ${file}`),
  nextRun: (file: string) =>
    text(
      `试运行　npx luohu run ${file} --sample 0.05 --replicates 2`,
      `try it:    npx luohu run ${file} --sample 0.05 --replicates 2`,
    ),
};
