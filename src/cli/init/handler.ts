import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Language, type Localized, text } from '../../language/language.ts';
import { loadInputs } from '../../run/load-inputs.ts';
import { figureColumns } from '../../run/observations/read-figures.ts';
import { packageRoot } from '../../run/package.ts';
import { slugOf } from '../../run/place-name.ts';
import { placeCalled } from '../../run/resolve-scenario.ts';
import { checkTables } from '../../scenario/check-tables.ts';
import { type Region, readRegions } from '../../scenario/city/regions.ts';
import { InputError } from '../../scenario/errors.ts';
import { readData } from '../../scenario/read-data.ts';
import { documentSkeleton } from '../document/skeleton.ts';
import { ExitStatus } from '../exit-status.ts';
import { FIRST_YEAR } from '../first-year.ts';
import { makeScenario } from '../new/handler.ts';
import { printJson } from '../print-json.ts';
import { shownPath } from '../shown-path.ts';
import { initMessages as messages, nextSteps } from './messages.ts';
import type { InitOptions } from './options.ts';

/**
 * Begins a project folder: a scenario of the place, or a question that extends its shipped one; an empty document, marked a draft, and a
 * variation under it; a file for published figures; a page of next steps. Nothing is written where one of the files is there already.
 * @throws InputError for a name that is no place's, files that are there, a folder that cannot be written to
 */
export async function beginProject(options: InitOptions, lang: Language): Promise<ExitStatus> {
  checkTables(readData);
  const place = placeCalled(options.place, readData);
  const slug = slugOf(place, readRegions(readData));
  const folder = options.folder ?? slug;
  const files = projectFiles(place, slug, options, lang);
  const paths = [...files.keys()].map((name) => path.join(folder, name));
  const there = options.force ? [] : paths.filter((file) => existsSync(file));
  if (there.length > 0)
    throw new InputError(there.map((file) => ({ message: messages.exists(shownPath(file))[lang] })));
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      throw new InputError([{ message: messages.cannotWrite(shownPath(file), code)[lang] }]);
    }
  }
  const written = paths.map(shownPath);
  if (options.json) printJson({ folder: shownPath(folder), files: written });
  else {
    for (const file of written) process.stdout.write(`${messages.wrote(file)[lang]}\n`);
    process.stdout.write(`${messages.next(shownPath(folder), pageName[lang])[lang]}\n`);
  }
  return ExitStatus.done;
}

const pageName = text('下一步.md', 'next-steps.md');

/** Files of a project by their way in its folder. */
function projectFiles(place: Region, slug: string, options: InitOptions, lang: Language): Map<string, string> {
  const isShipped = existsSync(path.join(packageRoot, `scenarios/${slug}.yaml`));
  const document = `${place.pinyin}-${FIRST_YEAR}`;
  const made = isShipped ? null : makeScenario(`scenarios/${slug}.yaml`, place, options, lang);
  const documents =
    made?.made.documents.map(({ id }) => id) ??
    loadInputs({ scenario: place.code, overrides: {}, sample: 1 }, lang).scenario.documents;
  const name = { zh: place.name.zh.replace(/市$/, ''), en: place.name.en };
  return new Map([
    ...(made === null
      ? [[`scenarios/${slug}/my-question.yaml`, questionText(slug, name)] as const]
      : [[`scenarios/${slug}.yaml`, made.text] as const]),
    [
      `scenarios/${slug}/with-draft.yaml`,
      draftText(slug, name, [...documents.filter((id) => id !== document), document]),
    ],
    [`documents/${document}.yaml`, documentSkeleton(place, lang, true)],
    [`observations/${slug}.csv`, `\uFEFF${figureColumns.join(',')}\r\n`],
    [pageName[lang], nextSteps(place.name, slug, document, made === null ? `${slug}/my-question` : slug)[lang]],
  ]);
}

const pair = ({ zh, en }: Localized): string => `{zh: ${JSON.stringify(zh)}, en: ${JSON.stringify(en)}}`;

/** A variation of a shipped scenario, to be changed: one lever moved as an example. */
const questionText = (slug: string, name: Localized): string => `extends: ../${slug}.yaml
title: ${pair(messages.shippedTitle(name))}
question: ${pair(messages.shippedQuestion())}
parameters:
  job.capacityFactor: {value: 0.9, unit: factor, assumption: true, range: [0.85, 0.95], why: {zh: 情景自定, en: a question}}
`;

/** The scenario with the draft listed, which puts it in force. */
const draftText = (slug: string, name: Localized, documents: readonly string[]): string => `extends: ../${slug}.yaml
title: ${pair(messages.draftTitle(name))}
question: ${pair(messages.draftQuestion())}
documents: [${documents.join(', ')}]
`;
