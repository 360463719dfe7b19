import type { Studied } from '../../analysis/sensitivity/factors.ts';
import { informationOf } from '../../analysis/sensitivity/information.ts';
import type { Sensitivity, SensitivityQuestion } from '../../analysis/sensitivity/sensitivity.ts';
import type { Estimate } from '../../analysis/sensitivity/sobol-indices.ts';
import { indicatorName, isInPoints, unitOf } from '../../indicator/indicators.ts';
import { type Language, type Localized, marks } from '../../language/language.ts';
import type { Inputs } from '../../run/load-inputs.ts';
import { messages } from '../messages.ts';
import { plainTable } from '../plain-table.ts';
import { shownPath } from '../shown-path.ts';
import { sensitivityMessages as say } from './messages.ts';

/** Idle factors that are named in the text. */
const NAMED = 6;

/** What was asked, what was found, and where it was put. */
interface Answer {
  readonly inputs: Inputs;
  readonly question: SensitivityQuestion;
  readonly found: Sensitivity;
  readonly folder: string;
}

export const nameOf = (factor: Studied): Localized =>
  factor.kind === 'rest' ? say.rest[factor.id](factor.factors.length) : factor.name;

/** Two decimals for a rate, whole persons. */
export function shownNumber(value: number, indicator: string): string {
  const digits = isInPoints(indicator) ? 2 : unitOf(indicator) === 'persons per household' ? 3 : 0;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;
/** Widest 90 % interval of a share that still says something. */
const WIDEST = 0.5;
/** Whether so wide an interval says how large a share is. */
const isSure = ({ p05, p95 }: Estimate): boolean => p95 - p05 <= WIDEST;
const withInterval = (share: Estimate, lang: Language): string =>
  `${isSure(share) ? percent(share.value) : say.undecided()[lang]} (${percent(share.p05)}, ${percent(share.p95)})`;

/** An answer for a reader: shares of the variance, and what to find out, indicator by indicator. */
export function sensitivityText({ inputs, question, found, folder }: Answer, lang: Language): string {
  const { indicators, years } = question;
  const { idle } = found;
  const names = (l: Language) => {
    const first = idle.slice(0, NAMED).map((factor) => factor.name[l]);
    const more = idle.length > NAMED ? [say.more(idle.length - NAMED)[l]] : [];
    return [...first, ...more].join(marks.semicolon[l]);
  };
  const parts = indicators.flatMap((indicator, i) => {
    const label = indicatorName(indicator);
    const { mean, variance } = found.decompositions[i];
    const heading = ['', say.heading(inputs.scenario.title, label, years.by)[lang]];
    if (!(variance.value > 0)) return [...heading, say.noVariance()[lang]];
    const sd = Math.sqrt(variance.value);
    return [
      ...heading,
      say.spread(shownNumber(mean, indicator), shownNumber(sd, indicator))[lang],
      indexTable(question, found, i, lang),
      '',
      collectTable({ inputs, question, found, folder }, i, lang),
    ];
  });
  return [
    ...parts,
    '',
    ...(found.decompositions.every(({ factors }) => factors.every(({ first, total }) => isSure(first) && isSure(total)))
      ? []
      : [say.tooFew(found.rows, 4 * found.rows)[lang]]),
    say.size(found.walks, found.rows, found.evaluations.length, found.error.toFixed(2))[lang],
    say.how()[lang],
    ...(inputs.scenario.posterior === undefined ? [] : [say.joint()[lang]]),
    ...(idle.length === 0 ? [] : [say.idle(idle.length, { zh: names('zh'), en: names('en') })[lang]]),
    messages.resultIn(shownPath(folder))[lang],
    '',
  ].join('\n');
}

function indexTable({ indicators }: SensitivityQuestion, found: Sensitivity, i: number, lang: Language): string {
  const { factors } = found.decompositions[i];
  const rows = found.studied
    .map((factor, s) => ({ factor, ...factors[s] }))
    .sort((a, b) => b.total.value - a.total.value)
    .map(({ factor, first, total }) => [
      nameOf(factor)[lang],
      say.kinds[factor.kind][lang],
      withInterval(first, lang),
      withInterval(total, lang),
      factor.kind === 'rest'
        ? ''
        : shownNumber(found.screening[i][found.factors.indexOf(factor)].muStar, indicators[i]),
    ]);
  return plainTable(say.head()[lang].split(','), rows, ['left', 'left', 'right', 'right', 'right']);
}

function collectTable({ inputs, question, found }: Answer, i: number, lang: Language): string {
  const indicator = question.indicators[i];
  const unit = (value: number): string =>
    Math.abs(value) < 10 ? value.toPrecision(2) : Math.round(value).toLocaleString('en-US');
  const known = informationOf(found, i, inputs.scenario).filter(({ value }) => value.p05 > 0);
  if (known.length === 0) return say.noneSure()[lang];
  const rows = known.map(({ factor, value, sdNow, sdThen, mark }) => [
    nameOf(factor)[lang],
    `${shownNumber(sdNow, indicator)} → ${shownNumber(sdThen, indicator)}`,
    `${unit(value.value)} (${unit(value.p05)}, ${unit(value.p95)})`,
    mark === null ? '' : say.marks[mark][lang],
  ]);
  return plainTable(say.collectHead()[lang].split(','), rows, ['left', 'right', 'right', 'left']);
}

/** The same for a program. */
export function sensitivityJson({ inputs, question, found, folder }: Answer): string {
  const indicators = question.indicators.map((indicator, i) => {
    const { mean, variance, factors } = found.decompositions[i];
    return {
      indicator,
      mean,
      variance,
      factors: found.studied.map((factor, s) => ({ factor: factor.id, kind: factor.kind, ...factors[s] })),
      screening: found.factors.map(({ id, kind }, f) => ({ factor: id, kind, ...found.screening[i][f] })),
      information: informationOf(found, i, inputs.scenario).map(({ factor, ...rest }) => ({
        factor: factor.id,
        ...rest,
      })),
    };
  });
  const rest = found.studied.flatMap((each) => (each.kind === 'rest' ? each.factors.map(({ id }) => id) : []));
  const { walks, rows, rowsOf, error } = found;
  return JSON.stringify(
    {
      folder,
      question,
      walks,
      rows,
      rowsOf,
      simulations: found.evaluations.length,
      error,
      indicators,
      rest,
      idle: found.idle.map(({ id }) => id),
    },
    null,
    2,
  );
}
