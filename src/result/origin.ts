import type { Localized } from '../language/language.ts';
import type { Inputs } from '../run/load-inputs.ts';
import type { CityData } from '../scenario/city-data.ts';

/** What a result folder tells of where it comes from: of one place, or of a province or the nation made of many. */
export type Origin = Pick<Inputs, 'command' | 'scenario' | 'documents' | 'warnings' | 'remarks' | 'files' | 'hash'> & {
  readonly city: Pick<CityData, 'code' | 'name' | 'notes'> & {
    readonly areas: readonly {
      readonly code: string;
      readonly name: Localized;
      readonly level: string;
      readonly central?: boolean;
    }[];
  };
};
