import { exp } from '../../../math/exp.ts';
import type { ParameterValues } from '../../../scenario/parameters.ts';
import { HouseholdKind, isInCity, NO_TOWN, NONE, Outside } from '../../codes.ts';
import type { Draft } from '../draft.ts';
import { SynthesisDecision } from '../plan/decision.ts';
import { type DrawSource, drawFor } from '../plan/draw-source.ts';

/** Villages of all areas in area order, and the village of every draft household (NONE without one). */
export interface Villages {
  readonly area: Uint8Array;
  readonly distanceKm: Float32Array;
  readonly ofHousehold: Int32Array;
}

/** Spread of log distance: most villages lie within half and twice the mean. Judgement. */
const LOG_SPREAD = 0.5;
const NEAREST_KM = 1;

/**
 * Divides the village homes of every area into villages of about `size` households. Villages differ in how many
 * of their people have left: a household with nobody at home is more often of a village with much appeal elsewhere.
 */
export function placeVillages(
  draft: Draft,
  areas: number,
  size: number,
  parameters: ParameterValues,
  source: DrawSource,
): Villages {
  const homes = new Int32Array(areas);
  for (let h = 0; h < draft.households; h++) if (hasVillage(draft, h)) homes[draft.homeArea[h]]++;
  const first = new Int32Array(areas + 1);
  for (let a = 0; a < areas; a++) {
    const villages = homes[a] === 0 ? 0 : Math.max(1, Math.round(homes[a] / size));
    first[a + 1] = first[a] + villages;
  }
  const area = new Uint8Array(first[areas]);
  const distanceKm = new Float32Array(first[areas]);
  for (let a = 0; a < areas; a++) {
    for (let v = first[a]; v < first[a + 1]; v++) {
      area[v] = a;
      const z = normalDraw(source, v, SynthesisDecision.villageDistance);
      const factor = exp(LOG_SPREAD * z - (LOG_SPREAD * LOG_SPREAD) / 2);
      distanceKm[v] = Math.max(NEAREST_KM, parameters['base.villageDistanceKm'] * factor);
    }
  }
  const ofHousehold = new Int32Array(draft.households).fill(NONE);
  for (let h = 0; h < draft.households; h++) {
    if (!hasVillage(draft, h)) continue;
    const a = draft.homeArea[h];
    ofHousehold[h] = first[a] + drawVillage(draft, h, first[a], first[a + 1] - first[a], source);
  }
  return { area, distanceKm, ofHousehold };
}

/** Families with their home in a village, unless their register is outside the city or elders have taken them in. */
function hasVillage(draft: Draft, h: number): boolean {
  if (draft.kind[h] !== HouseholdKind.family || draft.homeUrban[h] === 1 || draft.joined[h] !== NONE) return false;
  return isInCity(draft.registerArea[draft.head[h]]);
}

function drawVillage(draft: Draft, h: number, first: number, villages: number, source: DrawSource): number {
  const head = draft.head[h];
  const one = Math.floor(drawFor(source, head, SynthesisDecision.villageFirst) * villages);
  const gone = draft.townArea[h] !== NO_TOWN || draft.residenceArea[head] >= Outside.province;
  if (!gone) return one;
  const appeal = drawFor(source, first + one, SynthesisDecision.villageAppeal);
  if (drawFor(source, head, SynthesisDecision.villageAccept) < appeal) return one;
  return Math.floor(drawFor(source, head, SynthesisDecision.villageSecond) * villages);
}

/** Near-normal draw of mean 0 and variance 1: the sum of four uniforms, decisions `first` to `first + 3`. */
export function normalDraw(source: DrawSource, row: number, first: number): number {
  let sum = -2;
  for (let i = 0; i < 4; i++) sum += drawFor(source, row, first + i);
  return sum * Math.sqrt(3);
}
