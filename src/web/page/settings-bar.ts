import { definitions } from '../../scenario/scenario.ts';
import { replicateChoices } from '../scene/address.ts';
import { noChange } from '../scene/change.ts';
import { samples } from '../scene/scene.ts';
import type { Context, Part } from './context.ts';
import { choice, element } from './element.ts';
import { languageButton } from './language-button.ts';

/** The head of the page: city, how it is simulated, language. */
export function settingsBar({ t, lang, site, state, set }: Context): Part {
  const now = state();
  const cities = site.scenarios.map(({ id, title }) => ({ value: id, text: title[lang] }));
  const city = choice(
    t.city,
    cities,
    now.scenario,
    (scenario) => set({ scenario, area: 'city', year: null, change: noChange }),
    'scenario',
  );
  const language = languageButton(lang, (other) => set({ lang: other }));
  const bar = element(
    'header',
    { class: 'bar' },
    element('div', { class: 'brand' }, element('strong', {}, 'luohu 落户'), element('h1', {}, t.title)),
    city,
    site.engine ? element('a', { href: `runs?lang=${lang}`, id: 'runs' }, t.runs) : null,
    element('div', { class: 'settings', role: 'group', 'aria-label': t.settings }, ...settings({ t, state, set })),
    language,
  );
  return { element: bar, update: () => {} };
}

function settings({ t, state, set }: Pick<Context, 't' | 'state' | 'set'>): HTMLElement[] {
  const now = state();
  const shares = samples.map((share) => ({ value: String(share), text: t.sampleOf(String(share * 100)) }));
  const counts = replicateChoices.map((count) => ({ value: String(count), text: String(count) }));
  const ways = [
    { value: '', text: t.countings.own },
    ...definitions.map((name) => ({ value: name, text: t.countings[name] })),
  ];
  const seed = element('input', {
    type: 'text',
    name: 'seed',
    size: 8,
    maxlength: 200,
    value: now.seed ?? '',
    placeholder: 'luohu',
    onchange: () => set({ seed: seed.value || null }),
  });
  return [
    choice(t.sample, shares, String(now.sample), (share) => set({ sample: Number(share) }), 'sample'),
    choice(t.replicates, counts, String(now.replicates), (count) => set({ replicates: Number(count) }), 'replicates'),
    choice(
      t.counting,
      ways,
      now.definition ?? '',
      (name) => set({ definition: definitions.find((each) => each === name) ?? null }),
      'definition',
    ),
    element('label', { class: 'choice' }, element('span', {}, t.seed), seed),
  ];
}
