import type { Localized } from '../../language/language.ts';
import { InputError, said } from '../../scenario/errors.ts';
import { suggest } from '../../scenario/suggest.ts';
import { choiceMessages as messages } from './messages.ts';

/** What of a result is shown; what is left out shows all. */
export interface Shown {
  readonly years?: readonly number[] | undefined;
  /** Codes, `city` for the whole. */
  readonly areas?: readonly string[] | undefined;
}

interface Area {
  readonly code: string;
  readonly name: Localized;
}

const WHOLE = 'city';
const wholeNames = ['city', '全市', '全省', '全区', '全国', '本市', 'whole', 'all'];
/** Kinds of units a name may be said without. */
const ENDING = /(?:各族自治县|自治县|自治旗|自治州|矿区|新区|县|区|市|旗|盟|省)$/;

/**
 * Codes of the areas somebody means: by six-digit code, Chinese name with or without the kind of unit, or English name in letters of
 * either case; `city` for the whole.
 * @param areas of the result, the whole among them or not
 * @throws InputError in one line for each name no area has, or several have
 */
export function areasCalled(given: readonly string[], areas: readonly Area[]): string[] {
  const problems: Localized[] = [];
  const codes = given.flatMap((each) => {
    const found = matches(each, areas);
    if (found.length === 1) return found;
    const nameOf = (code: string): Localized => areas.find((area) => area.code === code)!.name;
    problems.push(
      found.length > 1
        ? messages.severalAreas(
            each,
            found.map((code) => `${nameOf(code).zh}（${code}）`).join('、'),
            found.map((code) => `${nameOf(code).en} (${code})`).join(', '),
          )
        : messages.noArea(each, near(each, areas)),
    );
    return [];
  });
  if (problems.length > 0) throw new InputError(problems.map((problem) => said(problem)));
  return [...new Set(codes)];
}

function matches(given: string, areas: readonly Area[]): string[] {
  const typed = plain(given);
  if (wholeNames.includes(typed)) return [WHOLE];
  for (const namesOf of [exactNames, shortNames]) {
    const found = areas.filter((area) => namesOf(area).includes(typed)).map(({ code }) => code);
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}

const exactNames = ({ code, name }: Area): string[] => [code, plain(name.zh), plain(name.en)];

/** Names without the kind of unit, and English ones without what stands in brackets or names the kind. */
const shortNames = ({ name }: Area): string[] => {
  const bracketed = plain(name.en.replace(/\(.*?\)/g, ''));
  const inside = /\((.*?)\)/.exec(name.en)?.[1];
  return [
    plain(name.zh).replace(ENDING, ''),
    bracketed,
    bracketed.replace(/(autonomous|united)?(county|district|banner|city|prefecture|league)$/, ''),
    ...(inside === undefined ? [] : [plain(inside)]),
  ].filter((each) => each.length > 1);
};

/** The area whose name is nearest to what was typed, as it is called. */
function near(given: string, areas: readonly Area[]): Localized | undefined {
  const typed = plain(given);
  const begun = areas.find(({ name }) => plain(name.zh).startsWith(typed) || plain(name.en).startsWith(typed));
  if (begun !== undefined && typed !== '') return begun.name;
  const names = new Map(
    areas.flatMap((area) => [...exactNames(area), ...shortNames(area)].map((each) => [each, area.name])),
  );
  const nearest = suggest(typed, names.keys());
  return nearest === undefined ? undefined : names.get(nearest);
}

/** A name without spaces, hyphens, full-width letters and capitals. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·-]/g, '');

/**
 * The years somebody asks for, in order.
 * @param there years the result has
 * @throws InputError in one line where one is not among them
 */
export function yearsOf(given: readonly number[] | undefined, there: readonly number[]): readonly number[] {
  if (given === undefined) return there;
  const missing = given.filter((year) => !there.includes(year));
  if (missing.length > 0)
    throw new InputError([said(messages.noYear(missing.join(', '), Math.min(...there), Math.max(...there)))]);
  return [...new Set(given)].sort((a, b) => a - b);
}
