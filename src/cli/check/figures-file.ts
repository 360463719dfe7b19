import path from 'node:path';
import type { Language } from '../../language/language.ts';
import { readGrid } from '../../run/observations/grid.ts';
import { columnNames, readFigures } from '../../run/observations/read-figures.ts';
import { plain } from '../../run/observations/vocabulary.ts';
import { placeCalled } from '../../run/resolve-scenario.ts';
import { censusYears } from '../../scenario/city/census-unit.ts';
import { findPlace } from '../../scenario/city/find-place.ts';
import { readRegions } from '../../scenario/city/regions.ts';
import { InputError, type Issue, inLanguage } from '../../scenario/errors.ts';
import { loadCityData } from '../../scenario/load-city-data.ts';
import { readData } from '../../scenario/read-data.ts';
import { checkMessages as say } from './messages.ts';

/** Whether a file is a table of figures and not a scenario. */
export const isFiguresFile = (file: string): boolean => /\.(csv|xlsx?)$/i.test(file);

/**
 * Checks a tidy table of figures by itself.
 * @param city whose they are; the place of the first row where it is not said
 */
export function checkFigures(
  file: string,
  city: string | undefined,
  lang: Language,
): { errors: Issue[]; warnings: Issue[] } {
  const place = path.resolve(file);
  const name = city ?? placeIn(place);
  // what cannot be read is told by the reader, whatever the city
  const found = name === null && isReadable(place) ? undefined : placeCalled(name ?? '150200', readData);
  if (found === undefined) throw new InputError([{ file, message: say.whichCity()[lang] }]);
  const year = Math.max(...censusYears(readData, found.code)) as 2010 | 2020;
  const { issues, figures } = readFigures(file, place, loadCityData(readData, found.code, year), readData);
  const now = new Date().getFullYear();
  const ahead = figures.filter((figure) => figure.year > now);
  return {
    errors: issues.map((issue) => inLanguage(issue, lang)),
    warnings: ahead.map(({ year: of, line, column }) => ({ file, line, column, message: say.notYetCounted(of)[lang] })),
  };
}

const isReadable = (place: string): boolean => {
  try {
    return readGrid(place).rows.length > 1;
  } catch {
    return false;
  }
};

/** The prefecture of the first place of a table that says where it is. */
function placeIn(place: string): string | null {
  try {
    const [header, ...rows] = readGrid(place).rows;
    const column = header.findIndex(({ text }) => columnNames.place.some((word) => word === plain(text)));
    for (const row of rows) {
      const found = findPlace(row[column]?.text ?? '', readRegions(readData));
      if (found.kind === 'place') return found.place.code;
      if (found.kind === 'inside' && found.places.length === 1) return found.places[0].code;
    }
  } catch {
    // the reader of figures says why
  }
  return null;
}
