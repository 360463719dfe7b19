import { describe, expect, it } from 'vitest';
import { mutantsOf } from '../../src/policy/cases/mutants.ts';
import { survivorsOf } from '../../src/policy/cases/survivors.ts';
import { caseFiles } from './cases.ts';
import { documents } from './documents.ts';

/** Slips that change nothing anybody could notice. */
const harmless: readonly RegExp[] = [
  // kin and public staff always have an address, owners and tenants of public bodies too
  /^(national-1998:kin|national-2001:towns|national-2014:larger|chifeng-2016:2\.1\.1\.[12]|chifeng-2016:2\.1\.1\.4\.a|baotou-2016:owner|qingyang-2022:2\.1\.3|chongqing-2016:(10|11|12|20|21|24)) sets\[[01]\] needsAddress$/,
  // the other half of the condition lets these dwellings in anyway
  /^chifeng-2016:2\.1\.1 .*anyOf\[1\]\.dwelling (own|employer|public-rental|lent)$/,
  // who does none of these works in town, whatever else is asked
  /^chongqing-2016:(5|6|7|8\.1|8\.2) .*work (none|farm|student|retired|seeking)$/,
  // a business of one's own opens by the other half sooner
  /^chongqing-2016:(5|8\.1) .*anyOf\[0\]\.work self-employed$/,
  // a woman of 60 is past 55
  /^chongqing-2016:12 sets\[0\] when\[0\]\.anyOf\[0\]\.sex (dropped|female)$/,
  /^national-1998:kin sets\[0\] when\[0\]\.anyOf\[2\]\.anyOf\[0\]\.sex (dropped|female)$/,
  // a man of less than 56 is let in by the other half
  /^beijing-2016:4 sets\[0\] when\[0\]\.anyOf\[1\]\.sex (dropped|male)$/,
  // only a lease can be registered, and the other half lets public and the employer's dwellings in anyway
  /^beijing-2016:5\.2 sets\[0\] items\[1\]\.anyOf\[0\]\.dwelling (dropped|none|employer|public-rental|own|lent)$/,
  // a better right of the same clause stands above it
  /^national-exams-2012:exams sets\[1\] tier same-(county|city)$/,
];

describe('a slip in a condition, a relative, a date or an order is caught by a case', () => {
  for (const document of documents) {
    const slips = mutantsOf(document).length;
    if (slips === 0) continue;
    it(`${document.id}: ${slips} slips`, () => {
      const { survivors } = survivorsOf(document, documents, caseFiles);
      expect(survivors.filter((name) => !harmless.some((pattern) => pattern.test(name)))).toEqual([]);
    }, 600_000);
  }
});
