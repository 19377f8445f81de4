/**
 * A shift as it is to lie in somebody's plan. `shiftId`: the shift it is now, null for a new one; `employeeId` null: in
 * nobody's plan any more.
 */
export type Placement = {
  shiftId: string | null;
  employeeId: string | null;
  startsAt: string;
  endsAt: string;
};
/** A placement (by its place in the list) lies over this shift of the plan as it is now. */
export type Clash = { asked: number; shiftId: string };

/**
 * Which placements of a list cannot be: they lie over a shift that stays, or over an earlier one of the list. A shift
 * that moves away with the list, opens or is deleted by it is in nobody's way, so two shifts may change places. One that
 * is refused stays where it was and may be in the way after all.
 */
export function refusedPlacements(placements: readonly Placement[], clashes: readonly Clash[]): Set<number> {
  const placementOf = new Map(placements.flatMap((one, at) => (one.shiftId ? [[one.shiftId, at]] : [])));
  const refused = new Set<number>();
  const leaves = (shiftId: string) => {
    const at = placementOf.get(shiftId);
    return at !== undefined && !refused.has(at);
  };
  for (let before = -1; before !== refused.size;) {
    before = refused.size;
    for (const { asked, shiftId } of clashes)
      if (placements[asked]?.shiftId !== shiftId && !leaves(shiftId)) refused.add(asked);
    for (const at of lyingOverEachOther(placements, refused)) refused.add(at);
  }
  return refused;
}

/** Of two standing placements of one person that overlap, the later in the list. */
function lyingOverEachOther(placements: readonly Placement[], refused: ReadonlySet<number>): Set<number> {
  const byPerson = new Map<string, { at: number; from: number; to: number }[]>();
  placements.forEach(({ employeeId, startsAt, endsAt }, at) => {
    if (!employeeId || refused.has(at)) return;
    const one = { at, from: Date.parse(startsAt), to: Date.parse(endsAt) };
    const known = byPerson.get(employeeId);
    if (known) known.push(one);
    else byPerson.set(employeeId, [one]);
  });
  const over = new Set<number>();
  for (const mine of byPerson.values()) {
    const standing: typeof mine = [];
    for (const one of mine) {
      if (standing.some((other) => one.from < other.to && other.from < one.to)) over.add(one.at);
      else standing.push(one);
    }
  }
  return over;
}
