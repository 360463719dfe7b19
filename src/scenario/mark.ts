/** How far a figure can be trusted; the same words as in the data tables. `assumption` is nobody's figure but ours. */
export type Mark = 'published' | 'derived' | 'recalled' | 'assumption';
