import { attributeScenario } from '../../analysis/attribute/attribute-scenario.ts';
import { type Game, groupsOf } from '../../analysis/attribute/groups.ts';
import { namedGroups } from '../../analysis/attribute/named-groups.ts';
import { pilotAttribution } from '../../analysis/attribute/pilot.ts';
import { EXACT } from '../../analysis/attribute/shapley.ts';
import { evaluationHash } from '../../analysis/evaluate/evaluation.ts';
import { storeIn } from '../../analysis/evaluate/store.ts';
import { analysisName, workFolder } from '../../analysis/write-analysis.ts';
import type { Language, Localized } from '../../language/language.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import { placeOf } from '../../run/input-file.ts';
import { type Inputs, loadInputs } from '../../run/load-inputs.ts';
import type { Watch } from '../../run/run-replicates.ts';
import type { Session } from '../../run/session.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { formatIssue } from '../../scenario/errors.ts';
import { analysisMessages } from '../analysis-messages.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { analysisSample } from '../lever-question.ts';
import { messages as common } from '../messages.ts';
import { duration, type Progress } from '../progress.ts';
import { refuse } from '../refuse.ts';
import { tell } from '../tell.ts';
import { tellAssumed } from '../tell-assumed.ts';
import { withSession } from '../with-session.ts';
import { attributeMessages as messages } from './messages.ts';
import type { AttributeOptions } from './options.ts';
import { present } from './present.ts';

/** Orders a replicate where there are too many groups for all their combinations. */
const ORDERS = 16;
/** Runs that are not exceeded unless a precision or replicates are asked for, if that leaves a few replicates: some two minutes. */
const MOST_RUNS = 2400;
const FEWEST = 6;
/** Replicates a precision is pursued with at most. */
const MOST_REPLICATES = 1000;
/** Runs with capacities lifted or relieved. */
const RELIEF_RUNS = 5;
/** Coalitions are bits of a whole number. */
const MOST_GROUPS = 30;

/**
 * Says what each measure of a scenario did.
 *
 *   1. read and check; the groups the effect is divided over
 *   2. where no replicates are named, a pilot that finds how many it takes; the time it will take is told
 *   3. simulate their combinations, those finished before taken over: effects, reasons, shadow prices
 *   4. files, charts, text
 */
export async function attribute(options: AttributeOptions, lang: Language): Promise<ExitStatus> {
  // 1
  const inputs = inputsOf(options, lang);
  const { sample } = inputs.command;
  tellAssumed([inputs], lang);
  const game = options.lever
    ? namedGroups(inputs, options.lever, messages, lang)
    : groupsOf(inputs, parentOf(inputs, options, lang));
  assertGroups(game, options, lang);
  await assertOut(options.out, lang);
  assertMemory(inputs, options.workers);
  for (const line of new Set(inputs.warnings.map(formatIssue))) tell(common.warning(line)[lang]);
  const orders = options.orders ?? (game.groups.length <= EXACT ? null : ORDERS);
  if (orders !== null && options.orders === undefined) tell(messages.tooManyForAll(game.groups.length, EXACT)[lang]);

  return withSession(
    { workers: options.workers, lang, stopped: analysisMessages.stopped() },
    async (session, signal, progress) => {
      // 2
      progress.step(common.makingBase(inputs.city.name)[lang]);
      const watch = { signal, onProgress: progress.advance };
      const sized = await withReplicates(session, game, orders, options, { progress, watch }, lang);
      const { scenario } = sized.inputs;
      const identity = {
        analysis: 'attribute' as const,
        question: {
          scenario: scenario.id,
          hash: evaluationHash(sized.inputs),
          groups: sized.groups,
          replicates: scenario.replicates,
          sample,
          orders,
          microdata: options.microdata,
        },
      };
      const name = analysisName(identity, scenario.id);
      const store = storeIn(workFolder(options.out, name));

      // 3
      progress.step(simulating(sized, orders)[lang]);
      const attribution = await attributeScenario(session, sized, store, {
        ...{ orders, microdata: options.microdata },
        ...watch,
      });

      // 4
      progress.stop();
      await present({ identity, name, game: sized, attribution }, options, lang);
      await store.clear();
      return ExitStatus.done;
    },
  );
}

/** The scenario in the sample asked for, or in one for hundreds of runs. */
function inputsOf(options: AttributeOptions, lang: Language, scenario = options.scenario): Inputs {
  const load = (sample: number): Inputs => loadInputs({ scenario, overrides: overridesOf(options), sample }, lang);
  if (options.sample !== undefined) return load(options.sample);
  return load(analysisSample(load(1).city));
}

/** The game in as many replicates as were asked for, or as a pilot finds that the precision takes. */
async function withReplicates(
  session: Session,
  game: Game,
  orders: number | null,
  { replicates, precision }: AttributeOptions,
  { progress, watch }: { readonly progress: Progress; readonly watch: Watch },
  lang: Language,
): Promise<Game> {
  if (replicates !== undefined) return game;
  progress.step(messages.piloting()[lang]);
  const { scenario } = game.inputs;
  const affordable = Math.max(FEWEST, Math.floor(MOST_RUNS / runsOf(game, orders)));
  const most = precision === undefined ? Math.min(scenario.replicates, affordable) : MOST_REPLICATES;
  const found = await pilotAttribution(session, game, precision ?? null, most, watch);
  const seconds = (found.replicates * runsOf(game, orders) * found.seconds) / session.pool.workers;
  const [effect, error] = [found.effect, found.error].map((value) => Math.round(value).toLocaleString('en-US'));
  progress.step(messages.sized(found.replicates, effect, error, duration(seconds, lang))[lang]);
  return { ...game, inputs: { ...game.inputs, scenario: { ...scenario, replicates: found.replicates } } };
}

/** Runs of a replicate, about: combinations of groups, and what shadow prices take. */
function runsOf({ groups }: Game, orders: number | null): number {
  const all = 2 ** groups.length;
  return RELIEF_RUNS + (orders === null ? all : Math.min(all, orders * groups.length));
}

function simulating({ groups, inputs }: Game, orders: number | null): Localized {
  const { replicates } = inputs.scenario;
  return orders === null
    ? messages.simulating(groups.length, 2 ** groups.length, replicates)
    : messages.simulatingOrders(groups.length, orders, replicates);
}

/** The scenario that this one extends; null where it stands alone. */
function parentOf({ files }: Inputs, options: AttributeOptions, lang: Language): Inputs | null {
  const parent = files[1];
  if (parent === undefined || parent.path.startsWith('data/')) return null;
  return inputsOf(options, lang, placeOf(parent.path));
}

function assertGroups({ groups }: Game, { scenario }: AttributeOptions, lang: Language): void {
  if (groups.length === 0) refuse(messages.nothing(), lang, scenario);
  if (groups.length > MOST_GROUPS) refuse(messages.tooMany(MOST_GROUPS, groups.length), lang, scenario);
}
