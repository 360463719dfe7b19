import { type Localized, text } from '../language/language.ts';
import { type Found, findPlace } from '../scenario/city/find-place.ts';
import { isPlace, placeOf as placeOfArea, type Region, type Regions, readRegions } from '../scenario/city/regions.ts';
import { InputError, said } from '../scenario/errors.ts';
import type { ReadText } from '../scenario/tables.ts';
import { isFile as isThere } from './files-in.ts';
import { namedScenario, scenarioFile } from './own-files.ts';
import { isPlaceScenario } from './place-name.ts';
import { scenarioFor } from './region-members.ts';

/** Whether what was given for a scenario is a file, or at least meant to be one. */
const isFile = (given: string): boolean => /\.ya?ml$/i.test(given) || /[\\/]/.test(given) || isThere(given);

/** A scenario called by its name that is no place's: `baotou.no-document`, or one of the working folder. */
const ownScenario = (given: string): string | null => (/^\d{6}$/.test(given) ? null : namedScenario(given));

/** The province or the nation a name stands for; null where it names a file or a single place, or nothing. */
export function regionCalled(given: string, read: ReadText): Region | null {
  if (isPlaceScenario(given) || isFile(given)) return null;
  const found = findPlace(given, readRegions(read));
  if (found.kind === 'province') return found.province;
  return found.kind === 'nation' ? found.nation : null;
}

/**
 * The scenario somebody means: a file as it was given, or by the name of a place its shipped scenario, else the one made of it.
 * @param from base year asked for
 * @throws InputError in one line for a name that is no place's, with what may have been meant
 */
export function resolveScenario(given: string, from: number | undefined, read: ReadText): string {
  if (isPlaceScenario(given)) return given;
  if (isFile(given)) return scenarioFile(given);
  const named = from === undefined ? ownScenario(given) : null;
  return named ?? scenarioFor(placeCalled(given, read, scenarioOrPlace), readRegions(read), from);
}

/** What a command takes that wants a place. */
const onlyPlace = text(
  '地级单位或省直辖县级单位的代码、中文名或拼音（luohu places 可查）',
  'a prefecture, or a county run by its province, by code, Chinese name or pinyin (luohu places lists them)',
);
/** What a command takes that wants a scenario. */
const scenarioOrPlace = text(
  '情景文件，或地级单位、省的代码或名称（luohu places 可查）',
  'a scenario file, or a prefecture or province by code or name (luohu places lists them)',
);

/**
 * The prefecture or directly run county of a name.
 * @param wanted what the command takes, for the message
 * @throws InputError in one line
 */
export function placeCalled(given: string, read: ReadText, wanted = onlyPlace): Region {
  const regions = readRegions(read);
  const found = findPlace(given, regions);
  if (found.kind === 'place') return found.place;
  throw new InputError([said(refusal(given, found, { regions, wanted }))]);
}

/** `合肥市（340100）`, `Hefei (340100)`; with the province where a name is shared. */
const called = ({ code, name }: Region): Localized => text(`${name.zh}（${code}）`, `${name.en} (${code})`);

function calledIn(region: Region, regions: Regions): Localized {
  const province = isPlace(region) ? regions.get(`${region.code.slice(0, 2)}0000`) : undefined;
  if (province === undefined || province.code === region.code) return called(region);
  const { zh, en } = region.name;
  return text(`${province.name.zh}${zh}（${region.code}）`, `${en} in ${province.name.en} (${region.code})`);
}

function refusal(
  given: string,
  found: Exclude<Found, { kind: 'place' }>,
  { regions, wanted }: { readonly regions: Regions; readonly wanted: Localized },
): Localized {
  const list = (all: readonly Region[], name: (region: Region) => Localized): Localized => {
    const names = all.map(name);
    return text(names.map(({ zh }) => zh).join('、'), names.map(({ en }) => en).join(' or '));
  };
  switch (found.kind) {
    case 'province':
    case 'nation': {
      const region = found.kind === 'province' ? found.province : found.nation;
      const { zh, en } = called(region);
      return text(
        `此命令一次只用一个地级单位，实际为${zh}；luohu run 可运行全省或全国，luohu places ${region.code} 列出其中各地`,
        `this command takes one prefecture at a time, got ${en}; luohu run takes provinces and the nation, luohu places ${region.code} lists what is in it`,
      );
    }
    case 'several': {
      const { zh, en } = list(found.among, (region) => calledIn(region, regions));
      return text(`“${given}”不止一处：是指 ${zh}？`, `"${given}" is more than one place: ${en}?`);
    }
    case 'inside': {
      const places = list(found.places, called);
      const areas = list(found.areas.slice(0, 1), (area) => {
        const place = regions.get(placeOfArea(area, regions));
        return place === undefined
          ? area.name
          : text(`${place.name.zh}的${area.name.zh}`, `${area.name.en} of ${place.name.en}`);
      });
      return text(
        `“${given}”是${found.places.length > 1 ? '县或区' : areas.zh}，运行以地级单位为单位：请用 ${places.zh}`,
        `"${given}" is ${found.places.length > 1 ? 'a county or district' : areas.en}; runs are of prefectures: use ${places.en}`,
      );
    }
    case 'unknown': {
      const near = list(found.near, called);
      const [hintZh, hintEn] =
        found.near.length === 0 ? ['', ''] : [`；是指 ${near.zh} 吗？`, `; did you mean ${near.en}?`];
      return text(`应为${wanted.zh}，实际为“${given}”${hintZh}`, `must be ${wanted.en}, got "${given}"${hintEn}`);
    }
  }
}
