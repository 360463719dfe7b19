/**
 * Whether a place name of a rule (`where`) covers an area: its code, that of its region (`150000`) or prefecture (`150200`), the kind of
 * area, or `districts:150200` for those of one prefecture. Division codes of urban districts end in 01-20, of
 * counties and banners in 21-69, of zones in 70-79, of county-level cities in 81-98; a zone is part of the central city, and the remainder of
 * a prefecture (99) is counted with it.
 */
export function covers(where: readonly string[] | null, code: string): boolean {
  if (where === null) return true;
  const prefecture = strayDistricts[code] ?? `${code.slice(0, 4)}00`;
  const sides = isDistrict(code) ? ['districts', `districts:${prefecture}`] : ['counties'];
  const wholes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`];
  return [code, ...sides, ...wholes].some((name) => where.includes(name));
}

/** Districts whose code does not begin with that of their prefecture: Wutaishan of Xinzhou. */
const strayDistricts: Readonly<Record<string, string>> = { '170971': '140900' };

/** Divisions of Shanghai and Chongqing that became districts keep their number above 50; their counties have a prefix of their own. */
const manyDistricts = /^(3101|5001)/;

/** Part of the central city by its code. */
export function isDistrict(code: string): boolean {
  if (manyDistricts.test(code)) return true;
  const last = Number(code.slice(4));
  return last <= 20 || (last >= 70 && last < 80) || last === 99;
}
