import { countyDrivers } from '../../kernel/county-drivers.ts';
import { drawnParameters } from '../../kernel/parameters.ts';
import { settlingOf } from '../../kernel/settling.ts';
import { vitalDrivers } from '../../kernel/vital-drivers.ts';
import { drawnBase } from '../../run/drawn-base.ts';
import type { Inputs } from '../../run/load-inputs.ts';

/** Standard normal numbers that drive a run until a year, by the names they are drawn under. */
interface Unknowns {
  /** Of replicates: levels, shocks by year, parameters. */
  readonly ofReplicate: readonly string[];
  /** Of base populations: registers nobody printed, shares nobody counted. */
  readonly ofBase: readonly string[];
}

/**
 * What a scenario draws until a year: whatever the drivers ask for, so that what is added to the model can be told by figures as well.
 * @param until year of the last figure: shocks after it are no figure's to tell
 */
export function unknownsOf({ scenario, city }: Pick<Inputs, 'scenario' | 'city'>, until: number): Unknowns {
  const asked = (ask: (given: Record<string, number>) => void): string[] => {
    const names = new Set<string>();
    ask(
      new Proxy<Record<string, number>>(
        {},
        {
          get(_, name) {
            if (typeof name === 'string') names.add(name);
            return undefined;
          },
        },
      ),
    );
    return [...names].filter((name) => !(Number(/ (\d{4})$/.exec(name)?.[1] ?? 0) > until));
  };
  const ofReplicate = asked((given) => {
    const own = { ...scenario, given };
    const drawn = drawnParameters(own, 0);
    const settling = settlingOf(own, city, 0, drawn(own.baseYear));
    const years = Array.from({ length: until - own.baseYear + 1 }, (_, t) => own.baseYear + t);
    const parameters = years.map((year) => settling.ofYear(year, drawn(year)));
    countyDrivers(own, city, 0, parameters);
    const factors = vitalDrivers(own, city, 0, parameters);
    for (const year of years) factors(year);
  });
  const ofBase = asked((given) => void drawnBase({ city, scenario: { ...scenario, given } }, 0));
  return { ofReplicate, ofBase };
}
