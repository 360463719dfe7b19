import type { Language } from '../../language/language.ts';
import { routesOf } from '../../policy/ended-routes.ts';
import { routeNames } from '../../policy/law.ts';
import { areasCalled } from '../../report/readable/choice.ts';
import type { Manifest } from '../../result/manifest.ts';
import { assertUnchanged, compareFiles, recordedInputs } from '../../result/verify.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { InputError } from '../../scenario/errors.ts';
import { findHouseholds } from '../../trace/find.ts';
import { foundText } from '../../trace/tell-found.ts';
import { traceText } from '../../trace/text.ts';
import { traceHousehold, Untraceable } from '../../trace/trace.ts';
import { remakeBase } from '../../trace/trace-replicate.ts';
import { ExitStatus } from '../exit-status.ts';
import { messages } from '../messages.ts';
import { readResult } from '../read-result.ts';
import { traceMessages } from './messages.ts';
import type { TraceOptions } from './options.ts';

/** Makes one replicate of a finished run again from its inputs, which must be as recorded, and tells what it saw. */
export async function trace(options: TraceOptions, lang: Language): Promise<ExitStatus> {
  const { run: folder, household, find, replicate, route, limit, json } = options;
  const manifest = await readResult(folder, lang);
  if (manifest.region !== undefined) refuse(traceMessages.ofRegion(folder)[lang]);
  if (household === undefined && find === undefined) refuse(traceMessages.traceWhat()[lang]);
  if (household !== undefined && find !== undefined) refuse(traceMessages.traceOneThing()[lang]);
  const { replicates } = manifest.options;
  if (replicate >= replicates) refuse(outside('replicate', replicates - 1, replicate, lang));
  const inputs = await unchangedInputs(folder, manifest, lang);
  checkFilters(options, inputs, lang);
  const area = options.area === undefined ? undefined : areaOf(options.area, inputs);

  assertMemory(inputs, 1);
  tell(messages.makingBase(inputs.city.name)[lang]);
  const base = remakeBase(inputs, replicate);
  tell(traceMessages.tracing(replicate)[lang]);
  const print = (document: object, text: string): void => {
    process.stdout.write(`${json ? JSON.stringify(document, null, 2) : text}\n`);
  };
  if (find !== undefined) {
    const found = findHouseholds(inputs, base, { find, replicate, route, area, limit });
    print({ scenario: inputs.scenario.id, replicate, find, ...found }, foundText(find, found, inputs.city, lang));
    return ExitStatus.done;
  }
  try {
    const traced = traceHousehold(inputs, base, replicate, household!);
    print(traced, traceText(traced, inputs.city, lang));
    return ExitStatus.done;
  } catch (error) {
    if (!(error instanceof Untraceable)) throw error;
    if (error.reason === 'collective') refuse(traceMessages.notAFamily(household!)[lang]);
    return refuse(outside('household', error.households - 1, household!, lang));
  }
}

/** What is going on, for whoever sits before a terminal. */
function tell(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
}

function refuse(message: string): never {
  throw new InputError([{ message }]);
}

const outside = (name: string, most: number, given: number, lang: Language): string =>
  messages.optionOutside(name, messages.wholeNumber(0, most), String(given))[lang];

/** The inputs of the run, refused where they or its code are not those recorded, or where the result is no longer what it wrote. */
async function unchangedInputs(folder: string, manifest: Manifest, lang: Language): Promise<Inputs> {
  const { differs } = messages;
  await assertUnchanged(folder, manifest);
  const found = await compareFiles(folder, manifest);
  const mistakes = found.flatMap(({ kind, what, recorded, found: now }) => {
    if (kind === 'input') return [differs.input(what)];
    if (kind === 'code') return [differs.code()];
    return kind === 'version' ? [differs.version(recorded, now)] : [];
  });
  if (mistakes.length > 0) throw new InputError(mistakes.map((message) => ({ message: message[lang] })));
  const inputs = recordedInputs(manifest, lang);
  if (inputs.hash !== manifest.scenarioHash) refuse(differs.scenario(inputs.scenario.id)[lang]);
  return inputs;
}

/** Code of the area households are looked for in; undefined for the whole city. */
function areaOf(given: string, { city }: Inputs): string | undefined {
  const [code] = areasCalled([given], city.areas);
  return code === 'city' ? undefined : code;
}

function checkFilters({ find, route, area }: TraceOptions, { documents, scenario }: Inputs, lang: Language): void {
  if (route !== undefined && find !== 'settled') refuse(traceMessages.routeNeedsSettled()[lang]);
  if (area !== undefined && find === undefined) refuse(traceMessages.areaNeedsFind()[lang]);
  if (route === undefined) return;
  const inForce = documents.filter(({ id }) => scenario.documents.includes(id));
  const names = [...new Set([...routeNames, ...inForce.flatMap(routesOf).map(({ name }) => name)])];
  if (!names.some((name) => name === route)) refuse(traceMessages.oneOf('route', names, route)[lang]);
}
