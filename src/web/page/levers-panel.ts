import { marks } from '../../language/language.ts';
import { type ParameterName, parameterSpecs } from '../../scenario/parameters.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { unitName } from '../../scenario/unit-names.ts';
import { leverValue } from '../scene/variation.ts';
import type { Context, Part } from './context.ts';
import { element } from './element.ts';
import { leverGroups } from './lever-groups.ts';

/** Every parameter with a slider and a field, grouped; the first group lies open. */
export function leversPanel(context: Context): Part {
  const { t } = context;
  const rows: Part[] = [];
  const groups = leverGroups.map(({ name, levers }) => {
    const made = levers.map((lever) => leverRow(context, lever));
    rows.push(...made);
    return element(
      'details',
      { class: 'document', open: name === 'policy' },
      element('summary', {}, element('span', { class: 'name' }, t.groups[name])),
      element('ul', {}, ...made.map((row) => row.element)),
    );
  });
  const section = element(
    'section',
    { class: 'panel', 'aria-labelledby': 'levers-title' },
    element('h2', { id: 'levers-title' }, t.levers),
    element('p', { class: 'hint' }, t.leversHint),
    ...groups,
  );
  const update = () => {
    for (const row of rows) row.update();
  };
  return { element: section, update };
}

function leverRow({ t, lang, base, state, change }: Context, name: ParameterName): Part {
  const { unit, limits, name: words } = parameterSpecs[name];
  const stated = leverValue(base.parameters[name]);
  const [low, high] = reach(base, name);
  const set = (value: number): void => {
    if (!Number.isFinite(value)) return;
    const { [name]: _before, ...others } = state().change.parameters;
    const inside = Math.min(limits[1], Math.max(limits[0], value));
    change({ parameters: inside === stated ? others : { ...others, [name]: inside } });
  };
  const slider = element('input', {
    type: 'range',
    min: low,
    max: high,
    step: 'any',
    'aria-label': words[lang],
    'data-lever': name,
    oninput: () => set(rounded(Number(slider.value), high - low)),
    onkeydown: (event) => stepped(event as KeyboardEvent, slider, high - low, set),
  });
  const field = element('input', {
    type: 'number',
    id: `value-${name}`,
    step: 'any',
    min: limits[0],
    max: limits[1],
    onchange: () => {
      if (field.reportValidity()) set(field.valueAsNumber);
      // what cannot be is not taken: the field shows what counts
      else update();
    },
  });
  const restore = element(
    'button',
    { type: 'button', class: 'quiet', 'aria-label': `${t.restore}: ${words[lang]}`, onclick: () => set(stated) },
    '↺',
  );
  const was = element('span', { class: 'note' });
  const row = element(
    'li',
    { class: 'lever', 'data-find': `${name} ${words.zh} ${words.en}`.toLowerCase() },
    element('label', { for: `value-${name}` }, words[lang]),
    element(
      'div',
      { class: 'inputs' },
      slider,
      field,
      element('span', { class: 'unit' }, unitName(unit, lang)),
      restore,
    ),
    was,
  );
  const notes = notesOf(base, name).map((note) => t[note]);
  const update = (): void => {
    const moved = state().change.parameters[name];
    const value = moved ?? stated;
    row.classList.toggle('moved', moved !== undefined);
    slider.value = String(value);
    slider.setAttribute('aria-valuetext', `${value} ${unitName(unit, lang)}`);
    if (document.activeElement !== field || field.valueAsNumber !== value) field.value = String(value);
    restore.hidden = moved === undefined;
    was.textContent = moved === undefined ? '' : [t.was(String(stated)), ...notes].join(marks.semicolon[lang]);
  };
  update();
  return { element: row, update };
}

/** What a mover of a lever should know. */
function notesOf(base: Scenario, name: ParameterName): ('newBase' | 'calibrated')[] {
  const builds = !parameterSpecs[name].drawn && name.startsWith('base.');
  return [
    ...(builds ? ['newBase' as const] : []),
    ...(base.posterior?.parameters.includes(name) ? ['calibrated' as const] : []),
  ];
}

/** Ends of a slider: half the range of belief beyond either end of it, inside what has a meaning. */
function reach(base: Scenario, name: ParameterName): readonly [number, number] {
  const { limits, range: usual } = parameterSpecs[name];
  const { value, range } = base.parameters[name][0];
  const [low, high] = range ?? usual ?? [value / 2, value * 2];
  const beyond = (high - low) / 2 || Math.abs(value) || 1;
  return [Math.max(limits[0], low - beyond), Math.min(limits[1], high + beyond)];
}

/** A hundredth of the slider, as a round number. */
function stepOf(span: number): number {
  const step = 10 ** Math.floor(Math.log10(span / 100));
  return [1, 2, 5, 10].map((factor) => factor * step).find((each) => span / each <= 100)!;
}

const rounded = (value: number, span: number): number => {
  const step = stepOf(span);
  return Number((Math.round(value / step) * step).toPrecision(12));
};

/** Arrow keys move a slider by one round step: a step of `any` would move it by next to nothing. */
function stepped(event: KeyboardEvent, slider: HTMLInputElement, span: number, set: (value: number) => void): void {
  const directions: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: 10,
    PageDown: -10,
  };
  const direction = directions[event.key];
  if (direction === undefined) return;
  event.preventDefault();
  const to = rounded(Number(slider.value) + direction * stepOf(span), span);
  set(Math.min(Number(slider.max), Math.max(Number(slider.min), to)));
}
