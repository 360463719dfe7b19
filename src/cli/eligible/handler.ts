import type { Language } from '../../language/language.ts';
import { dayOfYear, isDate, yearOf } from '../../policy/calendar.ts';
import { compileLawBook } from '../../policy/compile-law-book.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { type Eligibility, explainEligibility } from '../../policy/explain-eligibility.ts';
import { type Household, parseHousehold } from '../../policy/household.ts';
import type { Law } from '../../policy/law.ts';
import { serviceWords } from '../../policy/words.ts';
import { readDocuments } from '../../run/read-documents.ts';
import { readUserFile } from '../../run/read-user-file.ts';
import { placeCalled } from '../../run/resolve-scenario.ts';
import { type Region, readRegions } from '../../scenario/city/regions.ts';
import { InputError, type Issue, said } from '../../scenario/errors.ts';
import { fileProblem } from '../../scenario/file-problem.ts';
import { readData } from '../../scenario/read-data.ts';
import { ExitStatus } from '../exit-status.ts';
import { messages } from '../messages.ts';
import { tellLawOf } from '../tell-assumed.ts';
import { eligibleMessages } from './messages.ts';
import type { EligibleOptions } from './options.ts';

/** Answers for one household under the law of a place and a day; every mistake of the question is told at once. */
export async function explain({ household: file, ...question }: EligibleOptions, lang: Language): Promise<ExitStatus> {
  const mistakes: Issue[] = [];
  const collect = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      mistakes.push(...error.issues);
      return undefined;
    }
  };
  const household = collect(() => readHousehold(file, lang));
  const law = collect(() => lawOf(question, lang));
  if (household === undefined || law === undefined) throw new InputError(mistakes);

  const answer = explainEligibility(law, household.applicant, household.hasPermit);
  process.stdout.write(`${question.json ? JSON.stringify(answer, null, 2) : textOf(answer, lang)}\n`);
  return ExitStatus.done;
}

function readHousehold(file: string, lang: Language): Household {
  let text: string;
  try {
    text = readUserFile(file);
  } catch (error) {
    throw new InputError([{ file, ...said(fileProblem(error)) }]);
  }
  return parseHousehold(text, file, lang);
}

/** The law as it stands in the city on the day: the documents of the nation, its region and itself. */
function lawOf({ city, area, date }: Pick<EligibleOptions, 'city' | 'area' | 'date'>, lang: Language): Law {
  const refuse = (message: string): never => {
    throw new InputError([{ message }]);
  };
  if (!isDate(date)) refuse(messages.notADate(date)[lang]);
  const regions = [...readRegions(readData).values()];
  const prefecture = placeCalled(city, readData);
  const inside = regions.filter((region) => region.parent === prefecture.code);
  const own = inside.length > 0 ? inside : [prefecture];
  const place = own.find((region) => (area === undefined ? region.central || own.length === 1 : isNamed(region, area)));
  if (place === undefined)
    return refuse(eligibleMessages.unknownArea(area ?? '', inside.map(({ code }) => code).join(' '))[lang]);
  const documents = readDocuments(readData);
  const ids = documents.filter((document) => reaches(document, prefecture)).map((document) => document.id);
  tellLawOf(prefecture, documents.filter((document) => document.area === prefecture.code).length, lang);
  return compileLawBook(documents, { documents: ids, without: [], add: [], areas: [place] }).on(
    0,
    yearOf(date),
    dayOfYear(date),
  );
}

const reaches = ({ area }: PolicyDocument, prefecture: Region): boolean =>
  area === null || area === prefecture.code || area === prefecture.parent;

const isNamed = ({ code, name }: Region, asked: string): boolean =>
  [code, name.zh, name.zh.replace(/[市县区旗]$/, ''), name.en.toLowerCase()].includes(asked.toLowerCase());

function textOf({ routes, permit, receives, gap }: Eligibility, lang: Language): string {
  const open = routes.filter((route) => route.open);
  const closed = routes.filter((route) => !route.open);
  const percent = (share: number) => `${Math.round(100 * share)}%`;
  return [
    (open.length > 0 ? eligibleMessages.maySettle(open.length) : eligibleMessages.mayNotSettle())[lang],
    ...[...open, ...closed].map(({ open, text }) => `  ${open ? '✓' : '✗'} ${text[lang]}`),
    eligibleMessages.permitAnswer(
      permit.open,
      [permit.document, permit.clause].filter((part) => part !== null).join(':'),
    )[lang],
    ...permit.missing.map((text) => `  ✗ ${text[lang]}`),
    eligibleMessages.rightsToday(percent(gap))[lang],
    ...receives.map(({ service, now, clause, settled, settledClause }) => {
      const by = (source: string | null) => (source === null ? '' : ` (${source})`);
      const after = settled > now ? ` → ${percent(settled)}${by(settledClause)}` : '';
      return `  ${serviceWords[service][lang]} ${percent(now)}${by(clause)}${after}`;
    }),
  ].join('\n');
}
