import type { Language } from '../../language/language.ts';
import { tierWords } from '../../policy/condition-keys.ts';
import { facts } from '../../policy/facts.ts';
import type { Household } from '../../policy/given-household.ts';
import { parseHousehold } from '../../policy/household.ts';
import type { RegisterTierName } from '../../population/codes.ts';
import { readUserFile } from '../../run/read-user-file.ts';
import { InputError, type Issue, said } from '../../scenario/errors.ts';
import { fileProblem } from '../../scenario/file-problem.ts';
import { ExitStatus } from '../exit-status.ts';
import { tell } from '../tell.ts';
import { answerOn, type DayAnswer } from './answers.ts';
import { datesAsked, daysOf, lastKnown } from './dates.ts';
import { eligibleMessages } from './messages.ts';
import type { EligibleOptions } from './options.ts';
import { placeLaw } from './place-law.ts';
import { textOf } from './text.ts';

/** Answers for a household under the law of a place and days; every mistake of the question is told at once. */
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
  const asked = collect(() => datesAsked(question.date, lang));
  const readings = collect(() => readingsAsked(question.reading, lang));
  const law = collect(() => placeLaw({ ...question, readings: readings ?? {} }, lang));
  const days = law && asked && collect(() => daysOf(asked, law, lang));
  if (days?.[0] !== undefined) collect(() => law?.on(days[0])); // mistakes in --without and --reading are found here
  if (mistakes.length > 0 || !household || !law || !days || !readings) throw new InputError(mistakes);

  const late = lastKnown(days.at(-1) ?? '', law);
  if (late !== null) tell(eligibleMessages.carriedForward(late)[lang]);
  if (household.registerAssumed.length > 0) {
    const tier = tierWords[facts.tier.leftOut as RegisterTierName];
    tell(
      eligibleMessages.registerAssumed(
        household.registerAssumed.filter((name) => name !== ''),
        tier,
      )[lang],
    );
  }
  const answers = days.map((day) => answerOn(day, household, law, readings));
  const shown = asked?.stretch ? whereItChanges(answers) : answers;
  process.stdout.write(
    `${question.json ? JSON.stringify(jsonOf(shown, household), null, 2) : textOf(shown, household.oneAdult, lang)}\n`,
  );
  return ExitStatus.done;
}

/** Of a stretch of days those from which the answer is another. */
const whereItChanges = (answers: readonly DayAnswer[]): DayAnswer[] =>
  answers.filter((answer, i) => i === 0 || JSON.stringify(told(answer)) !== JSON.stringify(told(answers[i - 1])));

const told = ({ members, readings }: DayAnswer) => ({ members, readings });

/** One adult and one day: the answer itself, as it always was; else members by day. */
function jsonOf(answers: readonly DayAnswer[], { oneAdult }: Household): unknown {
  const of = ({ date, members, readings }: DayAnswer) => {
    if (!oneAdult) return { date, members, readings };
    const { name: _, registeredHere: __, follows: ___, ...answer } = members[0];
    return answers.length > 1 ? { date, ...answer, readings } : { ...answer, readings };
  };
  const [first] = answers;
  return answers.length === 1 ? of(first) : answers.map(of);
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

/** `chifeng-2016:2.1.1=strict`, as often as wanted. */
function readingsAsked(given: readonly string[], lang: Language): Record<string, string> {
  const wrong = given.filter((each) => !/^[^=:]+:[^=]+=[^=]+$/.test(each));
  if (wrong.length > 0)
    throw new InputError(wrong.map((each) => ({ message: eligibleMessages.readingForm(each)[lang] })));
  return Object.fromEntries(given.map((each) => each.split('=') as [string, string]));
}
