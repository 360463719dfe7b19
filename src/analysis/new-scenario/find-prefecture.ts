import type { Region } from '../../scenario/city/regions.ts';
import { suggest } from '../../scenario/suggest.ts';

/** A prefecture, or why there is none of that name: those it may have meant, nearest first; empty where nothing is near. */
type Found = { readonly prefecture: Region } | { readonly near: readonly Region[] };

/** Endings of the names of prefectures, the longest first. */
const ENDINGS = ['回族自治州', '藏族自治州', '自治州', '地区', '市', '盟', '州'];

/** Candidates named at most. */
const MOST_NEAR = 5;

/**
 * Finds a prefecture by its six-digit code, its Chinese name with or without 市 or 盟, or its pinyin; letters of either case.
 * A county leads to its prefecture, the beginning of a name to all that begin so: as suggestions, never as an answer.
 */
export function findPrefecture(text: string, regions: ReadonlyMap<string, Region>): Found {
  const typed = bare(text);
  const prefectures = [...regions.values()].filter(({ level }) => level === 'prefecture');
  const exact = prefectures.filter((region) => namesOf(region).includes(typed));
  if (exact.length === 1) return { prefecture: exact[0] };
  if (exact.length > 1) return { near: exact };
  return { near: nearest(typed, prefectures, regions).slice(0, MOST_NEAR) };
}

/** The prefectures meant, from the surest hint down: an area inside one, a beginning, a part of a name, a slip of a letter. */
function nearest(typed: string, prefectures: readonly Region[], regions: ReadonlyMap<string, Region>): Region[] {
  if (typed === '') return [];
  const hints = [
    () => parentsOf(typed, regions),
    () => prefectures.filter((region) => namesOf(region).some((name) => name.startsWith(typed))),
    () => prefectures.filter((region) => namesOf(region).some((name) => name.includes(typed) || typed.includes(name))),
    () => misspelt(typed, prefectures),
  ];
  for (const hint of hints) {
    const found = hint();
    if (found.length > 0) return found;
  }
  return [];
}

/** Prefectures of the counties, districts and provinces of that name or code. */
function parentsOf(typed: string, regions: ReadonlyMap<string, Region>): Region[] {
  const named = [...regions.values()].filter((region) => namesOf(region).includes(typed));
  const inside = named.flatMap((region) => [...regions.values()].filter(({ parent }) => parent === region.code));
  const above = named.map(({ parent }) => regions.get(parent));
  return [...new Set([...above, ...inside])].filter((region) => region?.level === 'prefecture') as Region[];
}

function misspelt(typed: string, prefectures: readonly Region[]): Region[] {
  const names = new Map(prefectures.flatMap((region) => namesOf(region).map((name) => [name, region] as const)));
  const near = suggest(typed, names.keys());
  return near === undefined ? [] : [names.get(near)!];
}

/** What a region may be called, as `bare` writes it. */
const namesOf = ({ code, name, pinyin }: Region): string[] => [code, bare(name.zh), bare(name.en), bare(pinyin)];

/** A name without spaces, hyphens, capitals and the kind of unit it ends with. */
function bare(text: string): string {
  const name = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’-]/g, '');
  const ending = ENDINGS.find((each) => name.endsWith(each) && name.length > each.length + 1);
  return ending === undefined ? name : name.slice(0, -ending.length);
}
