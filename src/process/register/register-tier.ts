import { Outside, RegisterTier, type RegisterTierName, registerTiers } from '../../population/codes.ts';

/** `RegisterTier` of a person. */
export function tierIndex(registerArea: number, residenceArea: number): number {
  if (registerArea === residenceArea) return RegisterTier.sameCounty;
  if (registerArea < Outside.province) return RegisterTier.sameCity;
  return registerArea === Outside.province ? RegisterTier.sameProvince : RegisterTier.otherProvince;
}

export const tierOf = (registerArea: number, residenceArea: number): RegisterTierName =>
  registerTiers[tierIndex(registerArea, residenceArea)];
