import type { EducationName, RegisterTierName, TenureName, WorkName } from '../population/codes.ts';

/** Facts about one adult who may apply, on the day of applying. All plain values; one object is reused by the kernel. */
export interface Applicant {
  /** Lives in a town (urban side) of the area where they apply. */
  livesInTown: boolean;
  /** Where they are registered, seen from the town where they apply. */
  tier: RegisterTierName;
  /** Present register counted as rural (village). */
  registeredRural: boolean;
  /** Present register lies in an urban district (市辖区) of this city: Chifeng gives no permit between its districts. */
  registeredInDistrict: boolean;
  age: number;
  yearsInTown: number;
  /** Full years a residence permit has been held without a break; 0 without one. */
  permitYears: number;
  dwelling: TenureName;
  /** Full months of the present lease without a break; 0 without one. */
  leaseMonths: number;
  work: WorkName;
  insuredYears: number;
  /** Business licence and tax registration. */
  licensed: boolean;
  publicEmployee: boolean;
  education: EducationName;
  /** The highest school attended is a secondary vocational one (中职). */
  vocational: boolean;
  /** Full years since graduating from the highest school attended; Infinity when unknown or never. */
  yearsSinceGraduation: number;
  certificate: boolean;
  veteran: boolean;
  /** Every member of the economic household lives in this town. */
  wholeFamilyInTown: boolean;
  /** A relative they may join (投靠) holds a town register here. */
  kinRegisteredHere: boolean;
}
