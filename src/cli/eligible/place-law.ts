import type { Language } from '../../language/language.ts';
import { dayOfYear, yearOf } from '../../policy/calendar.ts';
import { compileLawBook } from '../../policy/compile-law-book.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import type { Law, LawBook } from '../../policy/law.ts';
import { reachesPlace } from '../../policy/select-rules.ts';
import { placeCalled } from '../../run/resolve-scenario.ts';
import { type Region, readRegions } from '../../scenario/city/regions.ts';
import { InputError } from '../../scenario/errors.ts';
import { readData } from '../../scenario/read-data.ts';
import { readDocumentsWith } from '../document/read-documents-with.ts';
import { tellLawOf } from '../tell-assumed.ts';
import { eligibleMessages } from './messages.ts';

/** What is asked about the law: where, less which clauses, under which readings. */
interface Question {
  readonly city: string;
  readonly area?: string | undefined;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly readings: Readonly<Record<string, string>>;
}

/** The law of a place over all days. */
export interface PlaceLaw {
  readonly place: Region;
  /** Documents that reach the place, in order of their days. */
  readonly documents: readonly PolicyDocument[];
  /** Days on which something begins or ends, in order. */
  readonly changes: readonly string[];
  /** The law under the readings asked for, or others. */
  readonly on: (day: string, readings?: Readonly<Record<string, string>>) => Law;
}

/** The law as it stands in a place: the documents of the nation, its region and itself. */
export function placeLaw({ city, area, with: own, without, readings }: Question, lang: Language): PlaceLaw {
  const regions = [...readRegions(readData).values()];
  const prefecture = placeCalled(city, readData);
  const inside = regions.filter((region) => region.parent === prefecture.code);
  const counties = inside.length > 0 ? inside : [prefecture];
  const place = area === undefined ? centralOf(counties) : areaCalled(counties, area);
  if (place === undefined) {
    const known = inside.map(({ code, name }) => `${name[lang]} ${code}`).join(', ');
    throw new InputError([{ message: eligibleMessages.unknownArea(area ?? '', known)[lang] }]);
  }
  const all = readDocumentsWith(own, lang);
  const documents = all.filter((each) => reachesPlace(each, prefecture.code));
  tellLawOf(prefecture, documents.filter((each) => each.area === prefecture.code).length, lang);
  const ids = documents.filter(({ draft }) => !draft || own.length > 0).map(({ id }) => id);
  const books = new Map<string, LawBook>();
  const bookOf = (chosen: Readonly<Record<string, string>>): LawBook => {
    const key = JSON.stringify(chosen);
    const book =
      books.get(key) ?? compileLawBook(all, { documents: ids, without, add: [], areas: [place], readings: chosen });
    books.set(key, book);
    return book;
  };
  return {
    place,
    documents,
    changes: changesOf(documents),
    on: (day, chosen = readings) => bookOf(chosen).on(0, yearOf(day), dayOfYear(day)),
  };
}

const centralOf = (own: readonly Region[]): Region | undefined =>
  own.find((region) => region.central || own.length === 1);

/** The county of a name: by code, Chinese or Latin name, or the only one that begins so. */
function areaCalled(own: readonly Region[], asked: string): Region | undefined {
  const word = asked.toLowerCase();
  const names = ({ code, name, pinyin }: Region): string[] => [code, name.zh, name.en.toLowerCase(), pinyin];
  const exact = own.find((region) => [...names(region), region.name.zh.replace(/[市县区旗]$/, '')].includes(word));
  if (exact !== undefined || word === '') return exact;
  const begun = own.filter((region) => names(region).some((name) => name.startsWith(word)));
  return begun.length === 1 ? begun[0] : undefined;
}

/** Days on which documents or clauses begin or end. */
function changesOf(documents: readonly PolicyDocument[]): string[] {
  const days = documents.flatMap(({ date, clauses }) => [
    date.inForce.assumed,
    date.until,
    ...clauses.flatMap(({ from, until }) => [from, until]),
  ]);
  return [...new Set(days.filter((day) => day !== null))].sort();
}
