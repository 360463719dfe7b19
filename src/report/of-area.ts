import type { ChartInput } from './chart-input.ts';

/**
 * The tables of one area in the place of the whole's, so that every chart of the whole can be drawn for the area. What is made
 * for the whole alone is not there then, and charts of it answer null; so do the documents' targets, which are the whole's.
 *
 * @param code six-digit division code; `city` gives the input back
 */
export function ofArea(input: ChartInput, code: string): ChartInput {
  const area = input.areas.find((each) => each.code === code);
  if (area === undefined) return input;
  const inPlace = <Row extends { readonly area: string }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.area === code).map((row) => ({ ...row, area: 'city' }));
  const { title } = input.scenario;
  return {
    scenario: {
      ...input.scenario,
      title: { zh: `${title.zh}　${area.name.zh}`, en: `${title.en}, ${area.name.en}` },
    },
    areas: [],
    indicators: inPlace(input.indicators),
    settlements: inPlace(input.settlements),
    observations: inPlace(input.observations ?? []),
    ...(input.counted ? { counted: inPlace(input.counted) } : {}),
    ...(input.accounts ? { accounts: input.accounts.filter(({ province }) => province === code) } : {}),
    ...(input.parts ? { parts: input.parts } : {}),
  };
}
