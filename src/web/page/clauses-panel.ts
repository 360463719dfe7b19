import { describeRule } from '../../policy/describe-rule.ts';
import type { Clause, PolicyDocument } from '../../policy/document.ts';
import { isBaseDocument } from '../../policy/select-rules.ts';
import type { Context, Part } from './context.ts';
import { choice, element } from './element.ts';

/** Rules that say what is promised or paid, not what people may do. */
const OUTSIDE = ['target', 'fiscal'];

export const reachesModel = ({ sets }: Clause): boolean => sets.some(({ rule }) => !OUTSIDE.includes(rule));

/** The law of the city, document by document, each clause with a switch: the city's own first, the newest on top. */
export function clausesPanel(context: Context): Part {
  const { t, site, base, scene } = context;
  const own = site.documents.filter(({ id }) => base.documents.includes(id));
  const others = site.documents.filter((each) => !own.includes(each) && isBaseDocument(each, scene.city.code));
  const inOrder = [...own].reverse().sort((a, b) => Number(b.level === 'city') - Number(a.level === 'city'));
  const parts = [...inOrder, ...others.reverse()]
    .filter((each) => each.clauses.some(reachesModel))
    .map((each, i) => documentPart(context, each, i === 0));
  const section = element(
    'section',
    { class: 'panel', 'aria-labelledby': 'clauses-title' },
    element('h2', { id: 'clauses-title' }, t.clauses),
    element('p', { class: 'hint' }, t.clausesHint),
    ...parts.map((part) => part.element),
  );
  const update = () => {
    for (const part of parts) part.update();
  };
  return { element: section, update };
}

function documentPart(context: Context, document: PolicyDocument, open: boolean): Part {
  const { t, lang, base } = context;
  const { id, title, number, date } = document;
  const shown = document.clauses.filter(reachesModel);
  const whole = switchOf(context, id, t.wholeDocument, base.policy.without.includes(id));
  const clauses = shown.map((clause) => clausePart(context, document, clause));
  const hidden = document.clauses.length - shown.length;
  const details = element(
    'details',
    { class: 'document', open },
    element(
      'summary',
      {},
      element('span', { class: 'name' }, title[lang]),
      element('span', { class: 'note' }, t.inForce(date.inForce.assumed, number)),
    ),
    element('div', { class: 'whole' }, whole.element),
    element('ul', {}, ...clauses.map((part) => part.element)),
    hidden > 0 ? element('p', { class: 'hint' }, t.notModelled(hidden)) : null,
  );
  const update = () => {
    whole.update();
    for (const part of clauses) part.update();
  };
  return { element: details, update };
}

function clausePart(context: Context, document: PolicyDocument, clause: Clause): Part {
  const { t, lang, base, state } = context;
  const reference = `${document.id}:${clause.id}`;
  const out = base.policy.without.includes(reference) || base.policy.without.includes(document.id);
  const label = element('span', {}, element('b', {}, clause.id), ' ', clause.meaning[lang]);
  const taken = switchOf(context, reference, label, out);
  const effects = clause.sets.map((rule) => element('li', {}, describeRule(rule, clause).text[lang]));
  const reading = clause.readings.length > 1 ? readingChoice(context, reference, clause) : null;
  const row = element(
    'li',
    {
      class: 'clause',
      'data-find': `${clause.id} ${clause.quote} ${clause.meaning.zh} ${clause.meaning.en}`.toLowerCase(),
    },
    taken.element,
    out ? element('p', { class: 'hint' }, t.alreadyOut) : null,
    reading?.element ?? null,
    element(
      'details',
      { class: 'words' },
      element('summary', {}, t.words),
      element('blockquote', { lang: 'zh-CN' }, clause.quote),
      element('ul', {}, ...effects),
    ),
  );
  const update = () => {
    taken.update(state().change.without.includes(document.id));
    reading?.update();
  };
  return { element: row, update };
}

/** A box that is ticked while a clause or document is in force. */
function switchOf(context: Context, reference: string, label: Node | string, out: boolean) {
  const { state, change } = context;
  const box = element('input', {
    type: 'checkbox',
    'data-reference': reference,
    onchange: () => {
      const others = state().change.without.filter((each) => each !== reference);
      change({ without: box.checked ? others : [...others, reference] });
    },
  });
  const update = (documentOut = false) => {
    box.checked = !out && !documentOut && !state().change.without.includes(reference);
    box.disabled = out || documentOut;
  };
  update();
  return { element: element('label', { class: 'switch' }, box, label), update };
}

/** How a disputed clause is read. */
function readingChoice({ t, lang, base, state, change }: Context, reference: string, { readings }: Clause): Part {
  const stated = base.policy.readings[reference] ?? readings[0].name;
  const options = readings.map(({ name, meaning }) => ({
    value: name,
    text: `${meaning[lang]}${name === stated ? t.readingDefault : ''}`,
  }));
  const chosen = (): string => state().change.readings[reference] ?? stated;
  const choose = (name: string): void => {
    const { [reference]: _before, ...others } = state().change.readings;
    change({ readings: name === stated ? others : { ...others, [reference]: name } });
  };
  const label = choice(t.reading, options, chosen(), choose, `reading ${reference}`);
  const select = label.querySelector('select')!;
  const update = (): void => {
    select.value = chosen();
  };
  return { element: label, update };
}
