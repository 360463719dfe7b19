/** Collects the cells of one control. */
export type AddCell = (control: string, area: string, category: string, target: number, synthesised: number) => void;

/** Takes a sample's share of each count as the target. */
export const shareOf =
  (rate: number, add: AddCell): AddCell =>
  (control, area, category, count, synthesised) =>
    add(control, area, category, rate * count, synthesised);
