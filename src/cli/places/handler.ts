import path from 'node:path';
import { inEach, type Language } from '../../language/language.ts';
import { shownPath } from '../../run/input-file.ts';
import { documentsHere } from '../../run/own-files.ts';
import { isPlaceScenario } from '../../run/place-name.ts';
import { placeSources, scenarioOfPlace } from '../../run/place-scenario.ts';
import { readDocuments } from '../../run/read-documents.ts';
import { scenarioFor } from '../../run/region-members.ts';
import { placeCalled, regionCalled } from '../../run/resolve-scenario.ts';
import { checkTables } from '../../scenario/check-tables.ts';
import { censusYears } from '../../scenario/city/census-unit.ts';
import { placesOf } from '../../scenario/city/find-place.ts';
import { provinceOf, type Region, readRegions } from '../../scenario/city/regions.ts';
import { parameterSpecs } from '../../scenario/parameters.ts';
import { readData } from '../../scenario/read-data.ts';
import { ExitStatus } from '../exit-status.ts';
import { plainTable } from '../plain-table.ts';
import { printJson } from '../print-json.ts';
import { placesMessages as say } from './messages.ts';

export interface PlacesOptions {
  readonly word?: string | undefined;
  readonly json: boolean;
}

/** A place as it is listed. */
interface Listed {
  readonly place: Region;
  readonly province: Region;
  readonly years: readonly number[];
  readonly scenario: string;
  readonly documents: readonly string[];
}

/**
 * Lists the provinces, the places of one, or what is known of a place with all that is borrowed for it.
 * @throws InputError for a word that leads to no place, with suggestions
 */
export async function showPlaces({ word, json }: PlacesOptions, lang: Language): Promise<ExitStatus> {
  checkTables(readData);
  const region = word === undefined ? null : regionCalled(word, readData);
  if (word === undefined || region?.level === 'nation') listProvinces(json, lang);
  else if (region !== null) show(placesOf(region.code, readRegions(readData)).map(listed), json, lang);
  else showPlace(listed(placeCalled(word, readData)), json, lang);
  return ExitStatus.done;
}

function listed(place: Region): Listed {
  const regions = readRegions(readData);
  const documents = documentsHere(readDocuments(readData)).filter(({ area }) => area === place.code);
  return {
    place,
    province: regions.get(provinceOf(place.code))!,
    years: censusYears(readData, place.code),
    scenario: scenarioFor(place, regions),
    documents: documents.map(({ id }) => id),
  };
}

function listProvinces(json: boolean, lang: Language): void {
  const regions = readRegions(readData);
  const rows = [...regions.values()]
    .filter(({ level }) => level === 'province')
    .map((province) => {
      const places = placesOf(province.code, regions);
      const later = places.filter(({ code }) => censusYears(readData, code).includes(2020));
      return { province, places: places.length, later: later.length };
    });
  if (json) {
    printJson(
      rows.map(({ province, places, later }) => ({
        code: province.code,
        name: province.name,
        places,
        base2020: later,
      })),
    );
    return;
  }
  const table = plainTable(
    say.provinceHeader()[lang].split(','),
    rows.map(({ province, places, later }) => [province.code, province.name[lang], String(places), String(later)]),
    ['left', 'left', 'right', 'right'],
  );
  process.stdout.write(`${table}\n${say.whole()[lang]}\n`);
}

function show(places: readonly Listed[], json: boolean, lang: Language): void {
  if (json) printJson(places.map(told));
  else process.stdout.write(`${tableOf(places, lang)}\n`);
}

function tableOf(places: readonly Listed[], lang: Language): string {
  return plainTable(
    say.header()[lang].split(','),
    places.map(({ place, province, years, scenario, documents }) => [
      place.code,
      place.name[lang],
      province.name[lang],
      years.join(' '),
      (isPlaceScenario(scenario) ? say.made() : path.isAbsolute(shownPath(scenario)) ? say.own() : say.shipped())[lang],
      documents.length === 0 ? say.none()[lang] : documents.join(' '),
    ]),
    ['left', 'left', 'left', 'left', 'left', 'left'],
  );
}

/** One place, and where nobody wrote its scenario what would be borrowed for it. */
function showPlace(each: Listed, json: boolean, lang: Language): void {
  const borrowed = borrowedOf(each);
  if (json) {
    printJson({ ...told(each), borrowed: borrowed.map(({ name, why }) => ({ parameter: name, why })) });
    return;
  }
  const lines = borrowed.map(({ name, why }) => {
    const called = inEach((language) => `${parameterSpecs[name].name[language]} (${name})`);
    return say.parameter(called, why)[lang];
  });
  const more = lines.length === 0 ? [] : [say.borrowed()[lang], ...lines];
  process.stdout.write(`${[tableOf([each], lang), ...more].join('\n')}\n`);
}

function borrowedOf({ scenario }: Listed) {
  if (!isPlaceScenario(scenario)) return [];
  const { made } = scenarioOfPlace(placeSources(readData, readDocuments(readData)), scenario, {});
  return made.settings.flatMap(({ name, values }) =>
    values.filter(({ mark }) => mark === 'assumption').map(({ why }) => ({ name, why })),
  );
}

const told = ({ place, province, years, scenario, documents }: Listed): object => ({
  code: place.code,
  name: place.name,
  pinyin: place.pinyin,
  level: place.level,
  province: province.name,
  baseYears: years,
  scenario,
  documents,
});
