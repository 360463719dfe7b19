/**
 * Place of a residence or register in the histograms of the counters: the two codes outside the city first, then the areas. Worked out
 * for four rows at a time: seven bits of an area code are enough to tell them apart.
 */
export const placesOf = (areas: number): number => (areas & 0x7f7f7f7f) + 0x06060606;
export const OUTSIDE_PLACES = 6;
export const placeOf = (area: number): number => ((area & 0x7f) + OUTSIDE_PLACES) & 0x7f;
