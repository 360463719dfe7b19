type Child = Node | string | null;
type Listener = (event: Event) => void;
/** Attributes as written in HTML; `on` listeners; booleans put or leave out. */
type Attributes = Readonly<Record<string, string | number | boolean | Listener | undefined>>;

/** An element with its attributes and children. Texts become text nodes: nothing is ever read as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') made.addEventListener(name.replace(/^on/, ''), value);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child): child is Node | string => child !== null));
  return made;
}

/** A choice of one of several, and what to do with it. */
export function choice<T extends string>(
  label: string,
  options: readonly { readonly value: T; readonly text: string }[],
  chosen: T,
  choose: (value: T) => void,
  name: string,
): HTMLLabelElement {
  const select = element(
    'select',
    { name, onchange: () => choose(select.value as T) },
    ...options.map(({ value, text }) => element('option', { value, selected: value === chosen }, text)),
  );
  return element('label', { class: 'choice' }, element('span', {}, label), select);
}
