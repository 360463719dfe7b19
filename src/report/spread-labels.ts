/**
 * Moves labels apart by as little as possible, so that neighbours are at least `gap` apart and the order stays.
 * Labels that would touch form a group, which is centred on the mean of the places they asked for.
 *
 * @returns new places in the order of `places`
 */
export function spreadLabels(places: readonly number[], gap: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b] || a - b);
  const groups: { members: number[]; centre: number }[] = [];
  for (const i of order) {
    let group = { members: [i], centre: places[i] };
    for (let below = groups.at(-1); below && overlap(below, group, gap); below = groups.at(-1)) {
      groups.pop();
      const members = [...below.members, ...group.members];
      group = { members, centre: members.reduce((sum, m) => sum + places[m], 0) / members.length };
    }
    groups.push(group);
  }
  const spread = [...places];
  for (const { members, centre } of groups) {
    members.forEach((member, rank) => {
      spread[member] = centre + (rank - (members.length - 1) / 2) * gap;
    });
  }
  return spread;
}

type Group = { members: number[]; centre: number };

const overlap = (below: Group, above: Group, gap: number): boolean =>
  above.centre - below.centre < ((below.members.length + above.members.length) / 2) * gap;
