import type { Attribution } from '../../analysis/attribute/attribute-scenario.ts';
import type { Game } from '../../analysis/attribute/groups.ts';
import { plusMinus, withError } from '../../analysis/paired/justified.ts';
import { indicatorName } from '../../indicator/indicators.ts';
import { type Language, type Localized, marks } from '../../language/language.ts';
import { plainTable } from '../plain-table.ts';
import { attributeMessages as messages } from './messages.ts';

type Areas = readonly { readonly code: string; readonly name: Localized }[];

/** Interactions of two groups that are told: the largest. */
const PAIRS = 5;

/** An attribution in words and tables. */
export function attributionText(game: Game, attribution: Attribution, areas: Areas, lang: Language): string[] {
  const { title, replicates } = game.inputs.scenario;
  return [
    '',
    messages.title(title, replicates)[lang],
    '',
    ...effectLines(game, attribution, 'settled_persons', lang),
    '',
    ...effectLines(game, attribution, 'registered_urbanization_rate', lang),
    '',
    messages.howToRead()[lang],
    ...pairLines(game, attribution, lang),
    '',
    reasonTable(game, attribution, lang),
    '',
    ...priceLines(game, attribution, areas, lang),
  ];
}

const nameOf =
  ({ groups }: Game) =>
  (id: string): Localized =>
    groups.find((group) => group.id === id)!.name;

function effectLines(game: Game, { effects }: Attribution, indicator: string, lang: Language): string[] {
  const { endYear } = game.inputs.scenario;
  const isEnd = (row: { indicator: string; area: string; year: number }): boolean =>
    row.indicator === indicator && row.area === 'city' && row.year === endYear;
  const whole = effects.whole.find(isEnd)!;
  const rows = effects.groups
    .filter(isEnd)
    .map(({ group, alone, last, shapley, interaction }) => [
      nameOf(game)(group)[lang],
      ...[alone, last, shapley, interaction].map(({ mean, se }) => withError(mean, se)),
    ]);
  const { effect, interaction, baseline } = whole;
  rows.push([
    messages.whole()[lang],
    '',
    '',
    withError(effect.mean, effect.se),
    withError(interaction.mean, interaction.se),
  ]);
  const what = messages.measure(indicatorName(indicator)[lang], endYear, whole.counted === 'cumulative')[lang];
  return [
    plainTable(messages.header(what)[lang].split(','), rows),
    messages.levels(plusMinus(baseline.mean, baseline.se), plusMinus(whole.whole.mean, whole.whole.se))[lang],
  ];
}

function pairLines(game: Game, { effects }: Attribution, lang: Language): string[] {
  const { endYear } = game.inputs.scenario;
  const pairs = effects.pairs
    .filter(
      ({ indicator, year, interaction }) =>
        indicator === 'settled_persons' && year === endYear && interaction.mean !== 0,
    )
    .sort((a, b) => Math.abs(b.interaction.mean) - Math.abs(a.interaction.mean))
    .slice(0, PAIRS)
    .map(({ first, second, interaction: { mean, se } }) => [
      `${nameOf(game)(first)[lang]} × ${nameOf(game)(second)[lang]}`,
      withError(mean, se),
    ]);
  return pairs.length === 0 ? [] : ['', plainTable(messages.pairsHead()[lang].split(','), pairs)];
}

function reasonTable(game: Game, { reasons }: Attribution, lang: Language): string {
  const rows = reasons.map(({ reason, persons, households }) => [
    messages.reason(reason, nameOf(game))[lang],
    plusMinus(persons.mean, persons.se),
    plusMinus(households.mean, households.se),
  ]);
  return plainTable(messages.reasonsHead()[lang].split(','), rows);
}

function priceLines(game: Game, { prices }: Attribution, areas: Areas, lang: Language): string[] {
  const { endYear } = game.inputs.scenario;
  const name = (code: string): string =>
    areas.find((area) => area.code === code)?.name[lang] ?? game.inputs.city.name[lang];
  const rows = prices
    .filter(({ year, missingSoFar }) => year === endYear && missingSoFar.mean > 0)
    .map(({ constraint, area, missing, lost, price, marginal }) => [
      `${messages.constraints[constraint][lang]}${marks.comma[lang]}${name(area)}`,
      plusMinus(missing.mean, missing.se),
      plusMinus(lost.mean, lost.se),
      ...[price, marginal].map(({ ratio, se, undetermined }) => (undetermined ? '–' : plusMinus(ratio, se))),
    ]);
  if (rows.length === 0) return [messages.nothingBinds()[lang]];
  return [plainTable(messages.priceHead(endYear)[lang].split(','), rows), messages.priceNote()[lang]];
}
