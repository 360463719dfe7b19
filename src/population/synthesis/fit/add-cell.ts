/** Collects the cells of one control. */
export type AddCell = (control: string, area: string, category: string, target: number, synthesised: number) => void;
