let owed = false;

/** Notes that something beside the answer could not be made, such as a chart: the command is not done, whatever else it did. */
export function owe(): void {
  owed = true;
}

/** Whether something is owed. */
export const isOwed = (): boolean => owed;
