import type { Unit } from '../../scenario/parameters.ts';
import { unitNames } from '../../scenario/unit-names.ts';
import type { Language } from '../scene/address.ts';

export const unitName = (unit: Unit, lang: Language): string => (lang === 'zh' ? unitNames[unit] : unit);
