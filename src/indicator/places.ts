/**
 * Place of a residence or register in the histograms of the tally: the two codes outside the city first, then the areas. Seven bits of an
 * area code are enough to tell them apart.
 */
export const OUTSIDE_PLACES = 6;
export const placeOf = (area: number): number => (area + OUTSIDE_PLACES) & 127;
