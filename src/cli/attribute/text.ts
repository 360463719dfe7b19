import type { Attribution } from '../../analysis/attribute/attribute-scenario.ts';
import type { Game } from '../../analysis/attribute/groups.ts';
import type { Estimate } from '../../analysis/paired/estimate.ts';
import { plusMinus, withError } from '../../analysis/paired/justified.ts';
import { indicatorName, unitOf } from '../../indicator/indicators.ts';
import { type Language, type Localized, marks } from '../../language/language.ts';
import { plainTable } from '../plain-table.ts';
import { attributeMessages as messages } from './messages.ts';

/** What the measures cost city and counties, and what the award gives. */
const told = ['settled_net_yuan', 'award_settlers_yuan', 'award_balance_yuan', 'children_schooling_yuan'] as const;

type Areas = readonly { readonly code: string; readonly name: Localized }[];

const WAN = 1e4;
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
    ...told.flatMap((indicator) => [...effectLines(game, attribution, indicator, lang), '']),
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
  const money = unitOf(indicator) === 'yuan';
  const unit = money ? WAN : 1;
  const shown = ({ mean, se }: Estimate): string => withError(mean / unit, se / unit);
  const level = ({ mean, se }: Estimate): string => plusMinus(mean / unit, se / unit);
  const rows = effects.groups
    .filter(isEnd)
    .map(({ group, alone, last, shapley, interaction }) => [
      nameOf(game)(group)[lang],
      ...[alone, last, shapley, interaction].map(shown),
    ]);
  const { effect, interaction, baseline } = whole;
  rows.push([messages.whole()[lang], '', '', shown(effect), shown(interaction)]);
  const name = money ? messages.inWan(indicatorName(indicator)) : indicatorName(indicator);
  const what = messages.measure(name[lang], endYear, whole.counted === 'cumulative')[lang];
  return [
    // a comma of a name is not one between columns
    plainTable([what, ...messages.header('')[lang].split(',').slice(1)], rows),
    messages.levels(level(baseline), level(whole.whole))[lang],
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
