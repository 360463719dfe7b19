import { type Localized, text } from '../../language/language.ts';
import { isToldIn } from '../../report/format.ts';

/**
 * What a plan costs, three significant digits, in yuan where it is little: `3.5 万元`, `35000 yuan`.
 * @param among amounts it stands among, as the ends of a range do: all are told in one unit
 */
export function costInWords(yuan: number, among: readonly number[] = [yuan]): Localized {
  const sizes = among.filter((size) => size > 0);
  const told = (units: readonly (readonly [number, string])[]): string => {
    const unit = units.find(([holds]) => Math.max(...sizes) >= holds && isToldIn(holds, sizes));
    const [holds, name] = unit ?? [1, units.at(-1)![1]];
    return `${round(yuan / holds)} ${name}`;
  };
  return text(
    told([
      [1e8, '亿元'],
      [1e4, '万元'],
      [1, '元'],
    ]),
    told([
      [1e9, 'billion yuan'],
      [1e6, 'million yuan'],
      [1, 'yuan'],
    ]),
  );
}

/** Three digits, no exponent. */
const round = (value: number): string => String(Number(value.toPrecision(3)));
