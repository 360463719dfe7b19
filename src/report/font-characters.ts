/**
 * The characters a TrueType or OpenType font, or any font of a collection, has a glyph for. Reads the tables `cmap` of format 4 and 12
 * (OpenType specification, "cmap: Character to Glyph Index Mapping Table"), which every font in use has.
 *
 * @throws RangeError when the bytes are no font
 */
export function fontCharacters(bytes: Uint8Array): ReadonlySet<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Set<number>();
  for (const font of fontOffsets(view)) {
    const cmap = tableOffset(view, font, 'cmap');
    if (cmap !== null) addCmap(view, cmap, found);
  }
  return found;
}

const tag = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

/** Where the fonts of a file begin: one, or those of a collection. */
function fontOffsets(view: DataView): number[] {
  if (tag(view, 0) !== 'ttcf') return [0];
  return Array.from({ length: view.getUint32(8) }, (_, i) => view.getUint32(12 + 4 * i));
}

function tableOffset(view: DataView, font: number, name: string): number | null {
  const tables = view.getUint16(font + 4);
  for (let i = 0; i < tables; i++) {
    const record = font + 12 + 16 * i;
    if (tag(view, record) === name) return view.getUint32(record + 8);
  }
  return null;
}

function addCmap(view: DataView, cmap: number, found: Set<number>): void {
  const subtables = view.getUint16(cmap + 2);
  for (let i = 0; i < subtables; i++) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    const format = view.getUint16(subtable);
    if (format === 4) addSegments(view, subtable, found);
    if (format === 12) addGroups(view, subtable, found);
  }
}

/** Format 4: segments of the basic plane, whose glyphs follow by a shift or stand in a list. */
function addSegments(view: DataView, subtable: number, found: Set<number>): void {
  const twice = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + twice + 2;
  for (let at = 0; at < twice; at += 2) {
    const [end, start] = [view.getUint16(ends + at), view.getUint16(starts + at)];
    const delta = view.getUint16(starts + twice + at);
    const list = starts + 2 * twice + at;
    const offset = view.getUint16(list);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const listed = offset === 0 ? code : view.getUint16(list + offset + 2 * (code - start));
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) found.add(code);
    }
  }
}

/** Format 12: groups of characters of all planes, whose glyphs are numbered in order. */
function addGroups(view: DataView, subtable: number, found: Set<number>): void {
  const groups = view.getUint32(subtable + 12);
  for (let i = 0; i < groups; i++) {
    const at = subtable + 16 + 12 * i;
    const [start, end, glyph] = [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8)];
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) found.add(code);
  }
}
