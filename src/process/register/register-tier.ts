import type { RegisterTier } from '../../policy/law.ts';
import { Outside } from '../../population/codes.ts';
import { registerTiers } from '../../population/ledger.ts';

/** Index of the tier in `registerTiers`: where a person is registered, seen from the area of residence. */
export function tierIndex(registerArea: number, residenceArea: number): number {
  if (registerArea === residenceArea) return 0;
  if (registerArea < Outside.province) return 1;
  return registerArea === Outside.province ? 2 : 3;
}

export const tierOf = (registerArea: number, residenceArea: number): RegisterTier =>
  registerTiers[tierIndex(registerArea, residenceArea)];
