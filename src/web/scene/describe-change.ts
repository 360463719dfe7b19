import type { Localized } from '../../language/language.ts';
import type { PolicyDocument } from '../../policy/document.ts';
import { type ParameterName, parameterNames, parameterSpecs } from '../../scenario/parameters.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Change, changes } from './change.ts';
import { leverValue } from './variation.ts';

/** Longest title and question a scenario file may have. */
const MOST = 500;

/** Title and question of an unnamed variation, told by what it changes. */
export function describeChange(
  base: Scenario,
  change: Change,
  documents: readonly PolicyDocument[],
): { readonly title: Localized; readonly question: Localized } {
  const parts = changeParts(base, change, documents);
  const zh = parts.map((part) => part.zh).join('；');
  const en = parts.map((part) => part.en).join('; ');
  const count = changes(change);
  return {
    title: cut({
      zh: `${base.title.zh}：${count === 1 ? zh : `${count}项变动`}`,
      en: `${base.title.en}: ${count === 1 ? en : `${count} changes`}`,
    }),
    question: cut({ zh: `如果${zh}，会怎样？`, en: `What if: ${en}?` }),
  };
}

/** Every single change in words. */
export function changeParts(base: Scenario, change: Change, documents: readonly PolicyDocument[]): Localized[] {
  const { without, add, readings, parameters } = change;
  return [
    ...without.map((reference) => said(named(reference, documents), '没有', '', 'without ', '')),
    ...add.map(({ clause, from }) => said(named(clause, documents), `自${from}起试行`, '', '', ` tried from ${from}`)),
    ...Object.entries(readings).map(([clause, reading]) =>
      said(named(clause, documents), '', `按“${reading}”解释`, '', ` read as "${reading}"`),
    ),
    ...parameterNames
      .filter((name) => parameters[name] !== undefined)
      .map((name) => moved(name, base, parameters[name]!)),
  ];
}

const said = (name: Localized, zhBefore: string, zhAfter: string, enBefore: string, enAfter: string): Localized => ({
  zh: `${zhBefore}${name.zh}${zhAfter}`,
  en: `${enBefore}${name.en}${enAfter}`,
});

function moved(name: ParameterName, base: Scenario, to: number): Localized {
  const { name: words } = parameterSpecs[name];
  const from = leverValue(base.parameters[name]);
  return { zh: `${words.zh}由${from}变为${to}`, en: `${words.en} ${to} in place of ${from}` };
}

/** A document or clause as readers know it: the document's number in Chinese, its id in English. */
function named(reference: string, documents: readonly PolicyDocument[]): Localized {
  const [id, clause] = reference.split(':');
  const document = documents.find((each) => each.id === id);
  const at = clause === undefined ? '' : ` ${clause}`;
  return { zh: `${document?.number ?? id}${at}`, en: `${id}${at}` };
}

const cut = ({ zh, en }: Localized): Localized => ({ zh: shortened(zh), en: shortened(en) });
const shortened = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text);
