import type { Language } from '../../language/language.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { knownLaw } from '../../run/known.ts';
import type { Known } from '../../scenario/check-scenario.ts';
import type { Overrides } from '../../scenario/command-line.ts';
import { loadScenario } from '../../scenario/load-scenario.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Change, changes } from './change.ts';
import { describeChange } from './describe-change.ts';
import type { Scene } from './scene.ts';
import { variationYaml } from './variation.ts';

/** File name a variation has until the user names it. */
const UNNAMED = 'what-if';

/** The scenario of a scene as the command line would load it. */
export function loadScene(
  scene: Scene,
  documents: readonly PolicyDocument[],
  overrides: Overrides,
  lang: Language,
): Scenario {
  return load(scene, documents, scene.files, overrides, lang);
}

/**
 * The scenario with a change: written as a variation and read by the loader of the command line, so that what is simulated
 * here is what `luohu run` simulates of the saved file.
 * @param base the scene's own scenario
 * @throws InputError with every mistake in the change
 */
export function loadChange(
  scene: Scene,
  documents: readonly PolicyDocument[],
  { base, change, overrides }: { base: Scenario; change: Change; overrides: Overrides },
  lang: Language,
): Scenario {
  if (changes(change) === 0) return loadScene(scene, documents, overrides, lang);
  const { extends: parent, path } = placeOfVariation(scene.files[0].path, UNNAMED);
  const text = variationYaml(base, change, { extends: parent, ...describeChange(base, change, documents) });
  return load(scene, documents, [{ path, text }, ...scene.files], overrides, lang);
}

/** Where a variation belongs: in the folder named like its scenario, beside it. */
export function placeOfVariation(scenario: string, name: string): { readonly path: string; readonly extends: string } {
  const file = scenario.split('/').at(-1)!;
  const folder = scenario.replace(/\.ya?ml$/, '');
  return { path: `${folder}/${name}.yaml`, extends: `../${file}` };
}

function load(
  scene: Scene,
  documents: readonly PolicyDocument[],
  files: Scene['files'],
  overrides: Overrides,
  lang: Language,
): Scenario {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const read = (path: string): string => {
    const text = texts.get(path);
    if (text === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
    return text;
  };
  const { scenario } = loadScenario(files[0].path, { read, lang, overrides, ...knownOf(scene, documents) });
  return scene.conditioning === undefined ? scenario : { ...scenario, conditioning: scene.conditioning };
}

const knownOf = ({ city, calibration, lastVitalYear }: Scene, documents: readonly PolicyDocument[]): Known => ({
  ...knownLaw(documents),
  knownCities: new Set([city.code]),
  knownBaseYears: () => [city.censusYear],
  knownCalibration: (name) => (calibration?.name === name ? calibration.content : null),
  lastVitalYear,
});
