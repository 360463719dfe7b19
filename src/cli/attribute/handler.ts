import { type Attribution, attributeScenario } from '../../analysis/attribute/attribute-scenario.ts';
import { type Game, groupsOf } from '../../analysis/attribute/groups.ts';
import { namedGroups } from '../../analysis/attribute/named-groups.ts';
import { EXACT } from '../../analysis/attribute/shapley.ts';
import { evaluationHash } from '../../analysis/evaluate/evaluation.ts';
import { type Store, storeIn } from '../../analysis/evaluate/store.ts';
import { analysisName, workFolder } from '../../analysis/write-analysis.ts';
import type { Language } from '../../language/language.ts';
import { assertMemory } from '../../run/assert-memory.ts';
import { placeOf } from '../../run/input-file.ts';
import { type Inputs, loadInputs } from '../../run/load-inputs.ts';
import { overridesOf } from '../../scenario/command-line.ts';
import { formatIssue } from '../../scenario/errors.ts';
import { analysisMessages } from '../analysis-messages.ts';
import { assertOut } from '../assert-out.ts';
import { ExitStatus } from '../exit-status.ts';
import { messages as common } from '../messages.ts';
import { refuse } from '../refuse.ts';
import { tell } from '../tell.ts';
import { tellAssumed } from '../tell-assumed.ts';
import { withSession } from '../with-session.ts';
import { attributeMessages as messages } from './messages.ts';
import type { AttributeOptions } from './options.ts';
import { present } from './present.ts';

/** Orders a replicate where there are too many groups for all their combinations. */
const ORDERS = 16;
/** Coalitions are bits of a whole number. */
const MOST_GROUPS = 30;

/**
 * Says what each measure of a scenario did.
 *
 *   1. read and check; the groups the effect is divided over
 *   2. simulate their combinations; those finished before are taken over
 *   3. effects, reasons, shadow prices; files, charts, text
 */
export async function attribute(options: AttributeOptions, lang: Language): Promise<ExitStatus> {
  // 1
  const inputs = loadInputs(
    { scenario: options.scenario, overrides: overridesOf(options), sample: options.sample },
    lang,
  );
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
  const { scenario } = game.inputs;
  const identity = {
    analysis: 'attribute' as const,
    question: {
      scenario: scenario.id,
      hash: evaluationHash(game.inputs),
      groups: game.groups,
      replicates: scenario.replicates,
      sample: options.sample,
      orders,
      microdata: options.microdata,
    },
  };
  const name = analysisName(identity, scenario.id);
  const store = storeIn(workFolder(options.out, name));

  // 2
  const attribution = await simulateAll(game, options, orders, store, lang);

  // 3
  await present({ identity, name, game, attribution }, options, lang);
  await store.clear();
  return ExitStatus.done;
}

/** The scenario that this one extends; null where it stands alone. */
function parentOf({ files }: Inputs, options: AttributeOptions, lang: Language): Inputs | null {
  const parent = files[1];
  if (parent === undefined || parent.path.startsWith('data/')) return null;
  return loadInputs({ scenario: placeOf(parent.path), overrides: overridesOf(options), sample: options.sample }, lang);
}

function assertGroups({ groups }: Game, { scenario }: AttributeOptions, lang: Language): void {
  if (groups.length === 0) refuse(messages.nothing(), lang, scenario);
  if (groups.length > MOST_GROUPS) refuse(messages.tooMany(MOST_GROUPS, groups.length), lang, scenario);
}

const simulateAll = (
  game: Game,
  { workers, microdata }: AttributeOptions,
  orders: number | null,
  store: Store,
  lang: Language,
): Promise<Attribution> =>
  withSession({ workers, lang, stopped: analysisMessages.stopped() }, (session, signal, progress) => {
    const { replicates } = game.inputs.scenario;
    const groups = game.groups.length;
    progress.step(
      orders === null
        ? messages.simulating(groups, 2 ** groups, replicates)[lang]
        : messages.simulatingOrders(groups, orders, replicates)[lang],
    );
    progress.step(common.makingBase(game.inputs.city.name)[lang]);
    return attributeScenario(session, game, store, { orders, microdata, signal, onProgress: progress.advance });
  });
