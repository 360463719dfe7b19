/** Digits of the scenario hash in the name of the result folder. */
const HASH_DIGITS = 10;

/** Name of a run's folder: `<scenario>-<hash>`. */
export const folderName = ({
  scenario,
  hash,
}: {
  readonly scenario: { readonly id: string };
  readonly hash: string;
}): string => `${scenario.id}-${hash.slice(0, HASH_DIGITS)}`;
