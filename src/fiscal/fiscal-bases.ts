import type { IndicatorName } from '../indicator/indicators.ts';
import type { FiscalRule, PolicyDocument } from '../policy/document.ts';

/** Mean of a city indicator in a year, as indicators.csv holds it. */
interface YearlyMean {
  readonly area: string;
  readonly year: number;
  readonly indicator: string;
  readonly mean: number;
}

/** The number of persons that money or land follows under one clause, over the years of the run the clause is in force. */
export interface FiscalBase {
  readonly document: string;
  readonly clause: string;
  readonly subject: FiscalRule['subject'];
  readonly counts: FiscalRule['counts'][number];
  /** First year counted. */
  readonly from: number;
  /** People who settled from a village register and permits issued: added up over the years; residents: at the end. Mean of the replicates. */
  readonly persons: number;
}

const indicatorOf = {
  settled: 'award_settlers',
  permits: 'permits_issued',
  residents: 'resident_population',
} as const satisfies Readonly<Record<string, IndicatorName>>;

/**
 * What the fiscal clauses of the law count in this run: the base of the award fund, of transfers and of construction land.
 * The money itself follows coefficients that are not published; births, reclassified people and urban-origin movers are out.
 * @param without documents (`id`) and clauses (`id:clause`) taken out of the law
 */
export function fiscalBases(
  documents: readonly PolicyDocument[],
  without: readonly string[],
  indicators: readonly YearlyMean[],
): FiscalBase[] {
  const city = indicators.filter(({ area }) => area === 'city');
  const end = city.reduce((last, { year }) => Math.max(last, year), 0);
  return documents
    .filter(({ id }) => !without.includes(id))
    .flatMap(({ id, date, clauses }) =>
      clauses
        .filter((clause) => !without.includes(`${id}:${clause.id}`))
        .flatMap((clause) =>
          clause.sets
            .filter((rule): rule is FiscalRule => rule.rule === 'fiscal')
            .flatMap(({ subject, counts }) =>
              counts.map((what) => {
                const from = Number((clause.from ?? date.inForce.assumed).slice(0, 4));
                const rows = city.filter(({ indicator, year }) => indicator === indicatorOf[what] && year >= from);
                const counted = what === 'residents' ? rows.filter(({ year }) => year === end) : rows;
                const persons = counted.reduce((sum, { mean }) => sum + (Number.isFinite(mean) ? mean : 0), 0);
                return { document: id, clause: clause.id, subject, counts: what, from, persons };
              }),
            ),
        ),
    );
}
