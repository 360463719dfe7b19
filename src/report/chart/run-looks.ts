import { palette } from '../theme.ts';

const colours = [palette.black, palette.vermillion, palette.blue, palette.green, palette.purple, palette.orange];
const dashes = [
  [1, 0],
  [7, 3],
  [2, 2],
  [8, 3, 2, 3],
  [4, 4],
  [1, 3],
] as const;

/** How the lines of several runs are told apart, in colour and in print without it. */
export const runLooks = (runs: number) => ({
  colours: colours.slice(0, runs),
  dashes: dashes.slice(0, runs).map((dash) => [...dash]),
});
