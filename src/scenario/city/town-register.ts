/** A share of town registers that was printed, or moved from years it was. */
export interface PrintedRate {
  readonly year: number;
  /** 0..1. */
  readonly share: number;
  /** Standard deviation, as a share: 0.0015 where printed, 0.004 where derived from what was. Judgement. */
  readonly sd: number;
}

/** What is known of the share of an area's registers that lie in its towns. */
export interface TownRegister {
  /** Middle of what is thought, 0..1, by place of register. */
  readonly share: number;
  /** Standard deviation of the area's own part, in logits; 0 for an area that is wholly urban. */
  readonly sd: number;
  /** Whether it stands by itself: printed or wholly urban, not moved along with the others of its place. */
  readonly own: boolean;
}

/** What the areas of a place have in common. */
export interface TownRegisters {
  /** In logits; 0 where the place's own share was printed. */
  readonly provinceSd: number;
  readonly prefectureSd: number;
  /** The share of the place as a whole, moved to the base year, where one was printed. */
  readonly printed: PrintedRate | null;
  /**
   * What to add to the logit of the census' share of non-agricultural residents of 2010 for the share of the registered that police counted:
   * the province's where one was printed, else the nation's, which is an assumption.
   */
  readonly kindShift: number;
}
