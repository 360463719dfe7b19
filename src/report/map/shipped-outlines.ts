import { text } from '../../language/language.ts';
import { provinceOf } from '../../scenario/city/regions.ts';
import type { ReadText } from '../../scenario/tables.ts';
import type { Outlines } from '../chart-input.ts';
import { anchorsOf, cutTopology, geometriesOf, type Topology } from './topology.ts';

const NATION = '000000';
/** The islands of Sansha lie so far south that with them the rest of a map shrinks. */
const SANSHA = '4603';
/** Counties of Chongqing have a code of their own between the municipality and its counties; a run is of all of it. */
const sameAs: Readonly<Record<string, string>> = { '500200': '500100' };

/**
 * Outlines of the prefectures of a province or the nation, from data/boundaries. No official map: whoever publishes one in China needs a
 * reviewed base map, and gives it as their own.
 * @param region six-digit code of a province, or 000000
 */
export function shippedOutlines(read: ReadText, region: string): Outlines {
  const isNation = region === NATION;
  const topology = JSON.parse(read(`boundaries/${isNation ? 'china' : region}.topojson`)) as Topology;
  const geometries = geometriesOf(topology.objects['prefectures'])
    .map((geometry) => {
      const { code, name } = geometry.properties as { code: string; name: string };
      return { ...geometry, properties: { code: sameAs[code] ?? code, name } };
    })
    .filter(({ properties }) => !properties.code.startsWith(SANSHA));
  const groupOf = ({ properties }: { properties?: Readonly<Record<string, unknown>> }): string =>
    isNation ? provinceOf(String(properties?.['code'])) : region;
  const hasSansha = isNation || region === '460000';
  return {
    geometry: cutTopology(topology, geometries, groupOf),
    feature: 'areas',
    anchors: anchorsOf(topology, geometries),
    codes: [...new Set(geometries.map(({ properties }) => properties.code))],
    source: text(
      `底图：高德2020年6月行政区划轮廓${hasSansha ? '（未绘三沙市）' : ''}，仅供分析，不是标准地图；在中国公开出版须换用有审图号的底图（--map）`,
      `Drawn on outlines by Amap of June 2020${hasSansha ? ' (Sansha left out)' : ''}, for analysis only and no official map; to be published in China it needs a reviewed base map with its number (审图号): --map`,
    ),
  };
}
