import { localeOf } from '../../language/language.ts';
import { namePattern } from '../scene/api.ts';
import { changes } from '../scene/change.ts';
import { describeChange } from '../scene/describe-change.ts';
import { placeOfVariation } from '../scene/load-change.ts';
import { variationYaml } from '../scene/variation.ts';
import { save } from './api.ts';
import type { Context, Part } from './context.ts';
import { saveText } from './download.ts';
import { element } from './element.ts';

/** Writes the change as a scenario file: to the reader's downloads, or beside the other scenarios. */
export function savePart(context: Context): Part {
  const { t, lang, site, scene, base, state } = context;
  const name = element('input', {
    type: 'text',
    name: 'name',
    value: 'what-if',
    maxlength: 80,
    required: true,
    'aria-describedby': 'name-hint',
  });
  const title = element('input', { type: 'text', name: 'title', maxlength: 200 });
  const said = element('p', { class: 'said', role: 'status', 'aria-live': 'polite' });
  const command = element('pre', { class: 'command', tabindex: 0, 'aria-label': t.runWith });
  const named = (): boolean => {
    const sound = namePattern.test(name.value);
    name.setCustomValidity(sound ? '' : t.nameHint);
    return name.reportValidity();
  };
  const download = (): void => {
    if (!named()) return;
    const { change } = state();
    const { extends: parent } = placeOfVariation(scene.files[0].path, name.value);
    const words = describeChange(base, change, site.documents);
    const given = title.value.trim() === '' ? words.title : { zh: title.value, en: title.value };
    saveText(
      `${name.value}.yaml`,
      'application/yaml',
      variationYaml(base, change, { extends: parent, ...words, title: given }),
    );
  };
  const keep = async (): Promise<void> => {
    if (!named()) return;
    try {
      const { path } = await save({ scenario: scene.id, change: state().change, name: name.value, title: title.value });
      said.textContent = t.saved(path);
    } catch (error) {
      said.textContent = (error as Error).message;
    }
  };
  const buttons = [
    element('button', { type: 'button', id: 'download-yaml', onclick: download }, t.saveFile),
    ...(site.engine
      ? [element('button', { type: 'button', id: 'save-yaml', onclick: () => void keep() }, t.saveHere)]
      : []),
  ];
  const update = (): void => {
    const { path } = placeOfVariation(scene.files[0].path, name.value || 'what-if');
    const file = changes(state().change) === 0 ? scene.files[0].path : path;
    command.textContent = `npx luohu check ${file}\nnpx luohu run ${file} ${optionsOf(state())}`;
    for (const button of buttons) button.disabled = changes(state().change) === 0;
  };
  name.addEventListener('input', update);
  const section = element(
    'section',
    { class: 'card', 'aria-labelledby': 'save-title' },
    element('h3', { id: 'save-title' }, t.save),
    element('p', { class: 'hint' }, t.saveHint),
    element('label', { class: 'choice' }, element('span', {}, t.name), name),
    element('p', { class: 'hint', id: 'name-hint' }, t.nameHint),
    element('label', { class: 'choice' }, element('span', {}, t.scenarioTitle), title),
    element('div', { class: 'buttons' }, ...buttons),
    said,
    element('p', { class: 'hint', lang: localeOf[lang] }, t.runWith),
    command,
  );
  update();
  return { element: section, update };
}

/** Options that make the command line's numbers those of the page. */
function optionsOf({ sample, replicates, seed, definition }: ReturnType<Context['state']>): string {
  const plain = /^[\w.-]+$/;
  const quoted = seed === null || plain.test(seed) ? seed : `'${seed.replaceAll("'", `'\\''`)}'`;
  return [
    `--sample ${sample} --replicates ${replicates} --bases 1`,
    quoted === null ? '' : ` --seed ${quoted}`,
    definition === null ? '' : ` --definition ${definition}`,
  ].join('');
}
