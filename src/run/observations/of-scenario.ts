import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language, Localized } from '../../language/language.ts';
import type { CityData } from '../../scenario/city-data.ts';
import { InputError, type Issue, inLanguage } from '../../scenario/errors.ts';
import { toIssue } from '../../scenario/finding.ts';
import type { NamedTables } from '../../scenario/load-scenario.ts';
import type { Conditioning, OwnFigure, Scenario } from '../../scenario/scenario.ts';
import type { ReadText } from '../../scenario/tables.ts';
import { sha256 } from '../hash.ts';
import { type InputFile, shownPath } from '../input-file.ts';
import { breaksIn } from './breaks.ts';
import { contradictionsIn } from './contradictions.ts';
import type { ReadFigure } from './figure.ts';
import { type FitFile, fitPlace, readFit } from './fit-file.ts';
import { hashOfFigures } from './hash-of-figures.ts';
import { observationMessages as say } from './messages.ts';
import { missedFigures } from './missed-figures.ts';
import { readFigures } from './read-figures.ts';

/** What a scenario's own figures add to its inputs. */
export interface OwnObservations {
  /** Name of their fit. */
  readonly id: string;
  readonly figures: readonly ReadFigure[];
  /** The fit there is; null where nobody has fitted them. */
  readonly conditioning: Conditioning | null;
  readonly warnings: readonly Issue[];
  /** Figures that contradict each other, and those the fit misses: what a result says of them. */
  readonly remarks: readonly Localized[];
  readonly files: readonly InputFile[];
}

/**
 * Reads the figures a scenario names, and the fit to them where there is one in the working folder.
 * @throws InputError with every mistake in the tables
 */
export function observationsOf(
  { id, files, by }: NamedTables,
  { scenario, city, lang, read }: { scenario: Scenario; city: CityData; lang: Language; read: ReadText },
): OwnObservations {
  const issues: Issue[] = [];
  const figures: ReadFigure[] = [];
  const records: InputFile[] = [];
  for (const { name, source, path: at } of files) {
    const place = path.resolve(path.dirname(by), name);
    const shown = path.join(path.dirname(by), name);
    const found = readFigures(shown, place, city, read);
    const missing = found.issues.length === 1 && found.issues[0].line === undefined;
    if (missing) {
      const { message, zh } = found.issues[0];
      const text = { zh: `${name}：${zh ?? message}`, en: `${name}: ${message}` };
      issues.push(toIssue({ source, path: at, at: 'value', text }, lang));
    } else issues.push(...found.issues.map((issue) => inLanguage(issue, lang)));
    figures.push(...found.figures);
    if (found.issues.length === 0) records.push({ path: shownPath(place), sha256: sha256(readFileSync(place)) });
  }
  // a cell that two tables give
  if (files.length > 1 && issues.length === 0)
    issues.push(...breaksIn(figures).map((issue) => inLanguage(issue, lang)));
  if (issues.length > 0) throw new InputError(issues);
  const fit = readFit(fitPlace(id), lang);
  if (fit !== null) records.push({ path: shownPath(fitPlace(id)), sha256: fit.sha256 });
  const fitted = fit !== null && isOf(fit.file, scenario) ? fit : null;
  const isOfThese = fitted?.file.figuresHash === hashOfFigures(figures.filter(({ year }) => year >= scenario.baseYear));
  const missed = fitted !== null && isOfThese ? missedFigures(fitted.figures, city) : null;
  const remarks = [...contradictionsIn(figures, city), ...(missed === null ? [] : [missed])];
  const unsettled = fitted?.file.conditioning.settled === false ? [say.unsettled()] : [];
  return {
    ...{ id, figures, remarks, files: records },
    conditioning: fitted?.file.conditioning ?? null,
    warnings: [
      ...early(figures, scenario, lang),
      ...(fitted === null ? [say.notFitted(id)] : isOfThese ? [] : [say.fittedToOthers(id)])
        .concat(unsettled, remarks)
        .map((each): Issue => ({ message: each[lang] })),
    ],
  };
}

const isOf = (file: FitFile, { city, baseYear }: Scenario): boolean => file.city === city && file.baseYear === baseYear;

/** Figures before the base year, which no fit uses. */
const early = (figures: readonly ReadFigure[], { baseYear }: Scenario, lang: Language): Issue[] =>
  figures
    .filter(({ year }) => year < baseYear)
    .map(({ file, line, year }) => ({ file, line, message: say.beforeBase(year, baseYear)[lang] }));

/** Figures as the scenario carries them. */
export const ownFigures = (figures: readonly ReadFigure[]): OwnFigure[] =>
  figures.map(({ area, year, indicator, value, error, source }) => ({ area, year, indicator, value, error, source }));
