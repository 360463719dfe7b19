import { awardForms, awardTiers, type FiscalResult, families, groups, tiers } from '../../fiscal/index.ts';
import { type Cell, csvText } from '../../result/csv.ts';

/** A table: header and rows. */
type Table = readonly [header: string, rows: readonly (readonly Cell[])[]];

const flag = (yes: boolean): string => (yes ? 'yes' : 'no');

/** Tidy CSV texts of a result by file name: one row a fact, money in yuan, long names left to result.json. */
export function fiscalTables(result: FiscalResult): Record<string, string> {
  const tables: Record<string, Table> = {
    ...inputTables(result),
    ...awardTables(result),
    ...costTables(result),
    ...whoPays(result),
  };
  return Object.fromEntries(
    Object.entries(tables).map(([file, [header, rows]]) => [file, csvText(header.split(','), rows)]),
  );
}

function inputTables({ coefficients, counts, standards }: FiscalResult): Record<string, Table> {
  return {
    'coefficients.csv': [
      'coefficient,kind,name_zh,name_en,value,low,high,unit,year,confidence,source,source_zh,url,from,note_zh,note_en',
      coefficients.map((c) => [
        c.id,
        c.kind,
        c.name.zh,
        c.name.en,
        c.value,
        c.low,
        c.high,
        c.unit,
        c.year ?? '',
        c.mark,
        c.source.en,
        c.source.zh,
        c.url,
        c.from,
        c.note.zh,
        c.note.en,
      ]),
    ],
    'award-persons.csv': [
      `replicate,area,year,${tiers.flatMap((tier) => [tier, `${tier}_students`, `${tier}_veterans`]).join(',')},permits_issued,children`,
      counts.award.map((row) => [
        row.replicate,
        row.area,
        row.year,
        ...tiers.flatMap((tier) => [row.settlers[tier], row.students[tier], row.veterans[tier]]),
        row.permitsIssued,
        row.children,
      ]),
    ],
    'standards.csv': [
      'item,year,yuan,confidence,source,source_zh',
      standards.map(({ item, year, yuan, mark, source }) => [item, year, yuan, mark, source.en, source.zh]),
    ],
  };
}

function awardTables({ award, definitions }: FiscalResult): Record<string, Table> {
  return {
    'award-base.csv': [
      'area,year,tier,vintage_age,persons',
      award.base.flatMap(({ area, year, counted }) =>
        awardTiers.flatMap((tier) => counted[tier].map((persons, age) => [area, year, tier, age, persons])),
      ),
    ],
    'award-rates.csv': [
      'form,year,yuan_per_weighted_settler,yuan_per_child',
      award.rates.map((r) => [r.form, r.year, r.yuanPerWeightedSettler, r.yuanPerChild]),
    ],
    'award.csv': [
      'form,area,year,part,yuan',
      award.amounts.map(({ form, area, year, part, yuan }) => [form, area, year, part, yuan]),
    ],
    'award-intervals.csv': [
      'form,area,year,mean,p10,p50,p90',
      award.intervals.map(({ form, area, year, mean, p10, p50, p90 }) => [form, area, year, mean, p10, p50, p90]),
    ],
    'award-cash.csv': [
      'form,year,awarded,advance,settlement,received,carried_in,spent,carried_out,spent_share',
      award.cash.map((c) => [
        c.form,
        c.year,
        c.awarded,
        c.advance,
        c.settlement,
        c.received,
        c.carriedIn,
        c.spent,
        c.carriedOut,
        c.spentShare,
      ]),
    ],
    'award-received.csv': [
      'form,area,year,settlers_yuan,children_yuan,stated',
      award.received.map((r) => [r.form, r.area, r.year, r.settlersYuan, r.childrenYuan, flag(r.stated)]),
    ],
    'new-settler.csv': [
      'form,tier,settled,first_year_yuan,all_years_yuan',
      award.newSettler.map((n) => [n.form, n.tier, n.settled, n.firstYuan, n.allYuan]),
    ],
    'definitions.csv': [
      'definition,lawful,year,persons,envelope_yuan,fixed_yuan',
      definitions.map((d) => [d.id, flag(d.lawful), d.year, d.persons, d.awardYuan.envelope, d.awardYuan.fixed]),
    ],
  };
}

function costTables({
  measures,
  demand,
  costs,
  capital,
  perPerson,
  lifetime,
  comparison,
}: FiscalResult): Record<string, Table> {
  const service = new Map(measures.map((measure) => [measure.id, measure.service]));
  return {
    'demand.csv': [
      `service,measure,area,year,${groups.join(',')},total`,
      demand.map(({ measure, area, year, byGroup, total }) => [
        service.get(measure)!,
        measure,
        area,
        year,
        ...groups.map((group) => byGroup[group]),
        total,
      ]),
    ],
    'costs.csv': [
      'service,item,kind,payer,budget,area,year,quantity,current_yuan,constant_yuan',
      costs.map((c) => [
        c.service,
        c.item,
        c.kind,
        c.payer,
        c.budget,
        c.area,
        c.year,
        c.quantity,
        c.current,
        c.constant,
      ]),
    ],
    'schools.csv': [
      'stage,area,year,town_pupils,lasting_pupils,town_seats_before,shared_seats,classes_added,new_classes,schools_built,seats_built,seats_costed,village_pupils,village_seats,idle_village_seats',
      capital.map((c) => [
        c.stage,
        c.area,
        c.year,
        c.townPupils,
        c.lastingPupils,
        c.townSeatsBefore,
        c.sharedSeats,
        c.classesAdded,
        c.newClasses,
        c.schoolsBuilt,
        c.seatsBuilt,
        c.seatsCosted,
        c.villagePupils,
        c.villageSeats,
        c.idleVillageSeats,
      ]),
    ],
    'per-person.csv': [
      'service,year,settled_public_yuan,as_permit_public_yuan,marginal_public_yuan,settled_private_yuan,as_permit_private_yuan,marginal_private_yuan',
      perPerson.map((p) => [
        p.service,
        p.year,
        p.settledPublic,
        p.asPermitPublic,
        p.marginalPublic,
        p.settledPrivate,
        p.asPermitPrivate,
        p.marginalPrivate,
      ]),
    ],
    'lifetime.csv': [
      'who,ages,present_value,of_it_added_by_settling,new_seats,head',
      [
        ...lifetime.ages.map(({ age, settled, added }) => [`age_${age}`, age, settled, added, '', settled]),
        ...lifetime.families.map(({ id, settled, added, seats }) => {
          const { ages } = families.find((family) => family.id === id)!;
          return [id, ages.join(' '), settled, added, seats, settled / ages.length];
        }),
      ],
    ],
    'comparison.csv': [
      'author,author_zh,year,region,region_zh,component,component_zh,basis,value,unit,at_price_year,ours,confidence,source,source_zh,explanation_zh,explanation_en',
      comparison.map((c) => [
        c.author.en,
        c.author.zh,
        c.year,
        c.region.en,
        c.region.zh,
        c.component.en,
        c.component.zh,
        c.basis,
        c.value,
        c.unit,
        c.atPriceYear,
        c.ours ?? '',
        c.mark,
        c.source.en,
        c.source.zh,
        c.explanation.zh,
        c.explanation.en,
      ]),
    ],
  };
}

function whoPays({ ledger, funds, land, debt, budget }: FiscalResult): Record<string, Table> {
  return {
    'ledger.csv': [
      `area,level,year,${tiers.map((tier) => `arrived_${tier}`).join(',')},left_for_other_county,settled_stock,gross_yuan,already_borne_yuan,arrival_yuan,origin_saving_yuan,net_yuan`,
      ledger.map((row) => [
        row.area,
        row.level,
        row.year,
        ...tiers.map((tier) => row.arrivals[tier]),
        row.leftForCity,
        row.settledStock,
        row.grossYuan,
        row.alreadyBorneYuan,
        row.arrivalYuan,
        row.originSavingYuan,
        row.netYuan,
      ]),
    ],
    'funds.csv': [
      'area,year,resident_share,settler_share,yuan',
      funds.map(({ area, year, residentShare, settlerShare, yuan }) => [area, year, residentShare, settlerShare, yuan]),
    ],
    'land.csv': [
      'area,year,settlers,hectares',
      land.map(({ area, year, settlers, hectares }) => [area, year, settlers, hectares]),
    ],
    'debt.csv': [
      'year,capital_yuan,borrowed_yuan,interest_yuan,principal_yuan,outstanding_yuan,limit_yuan,over_limit',
      debt.map((d) => [
        d.year,
        d.capital,
        d.borrowed,
        d.interest,
        d.principal,
        d.outstanding,
        d.limit,
        flag(d.overLimit),
      ]),
    ],
    'budget.csv': [
      'area,level,year,settled_persons,gross_yuan,already_borne_yuan,running_yuan,origin_saving_yuan,building_yuan,net_yuan,children,schooling_yuan,children_building_yuan,children_cost_yuan,form,settlers_award_yuan,settlers_gap_yuan,settlers_surplus_yuan,settlers_cover_percent,children_award_yuan,children_gap_yuan,children_surplus_yuan,children_cover_percent',
      budget.rows.flatMap((b) =>
        awardForms.map((form) => [
          b.area,
          b.level,
          b.year,
          b.settledPersons,
          b.grossYuan,
          b.alreadyBorneYuan,
          b.runningYuan,
          b.originSavingYuan,
          b.buildingYuan,
          b.settlers.costYuan,
          b.children,
          b.schoolingYuan,
          b.childrenBuildingYuan,
          b.schooling.costYuan,
          form,
          ...[b.settlers, b.schooling].flatMap((part) => [
            part.awardYuan[form],
            part.gapYuan[form],
            part.surplusYuan[form],
            part.coverPercent[form],
          ]),
        ]),
      ),
    ],
    'budget-city.csv': [
      'year,debt_service_yuan,revenue_yuan,settlers_of_revenue_percent,schooling_of_revenue_percent',
      budget.city.map((c) => [
        c.year,
        c.debtServiceYuan,
        c.revenueYuan,
        c.settlersOfRevenuePercent,
        c.schoolingOfRevenuePercent,
      ]),
    ],
    'budgets.csv': ['budget,kind,year,yuan', budget.byBudget.map((b) => [b.budget, b.kind, b.year, b.yuan])],
    'rolling-plan.csv': [
      'made,year,proportion,settlers,cost_yuan,envelope_award_yuan,fixed_award_yuan,envelope_carried_in_yuan,fixed_carried_in_yuan',
      budget.rolling.map((r) => [
        r.made,
        r.year,
        r.proportion,
        r.settlers,
        r.costYuan,
        ...awardForms.map((form) => r.awardYuan[form]),
        ...awardForms.map((form) => r.carriedInYuan[form]),
      ]),
    ],
  };
}
