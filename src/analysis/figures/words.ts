import { type Localized, text } from '../../language/language.ts';
import { readRegions } from '../../scenario/city/regions.ts';
import { type ParameterName, parameterNames, parameterSpecs } from '../../scenario/parameters.ts';
import { readData } from '../../scenario/read-data.ts';

/** What a driver is called, by the beginning of the name it is drawn under. */
const drivers: readonly (readonly [start: string, zh: string, en: string])[] = [
  ['net county', '净迁移，各县常年水平', 'net migration, level of the county'],
  ['urban county', '城镇化，各县常年水平', 'urban share, level of the county'],
  ['net', '净迁移', 'net migration'],
  ['urban', '城镇化', 'urban share'],
  ['fertility level', '生育水平', 'fertility, level'],
  ['mortality level', '死亡水平', 'mortality, level'],
  ['fertility', '生育', 'fertility'],
  ['mortality', '死亡', 'mortality'],
  ['settling', '落户快慢', 'pace of settling'],
  ['register level', '基年城镇户籍水平', 'town registers of the base year'],
];

const isParameter = (name: string): name is ParameterName => (parameterNames as readonly string[]).includes(name);

/** A drawn number in words: what it drives, of which place, in which year. */
export function driverName(name: string): Localized {
  const own = name.replace(/^\d{6} /, '');
  if (isParameter(own)) return parameterSpecs[own].name;
  const driver = drivers.find(([start]) => name.startsWith(`${start} `));
  if (driver === undefined) return text(name, name);
  const [start, zh, en] = driver;
  const [code, year] = name.slice(start.length + 1).split(' ');
  const place =
    readRegions(readData).get(code)?.name ?? (code === '000000' ? text('全国', 'the nation') : text(code, code));
  return year === undefined
    ? text(`${zh}（${place.zh}）`, `${en} (${place.en})`)
    : text(`${zh}（${place.zh}，${year} 年）`, `${en} (${place.en}, ${year})`);
}
