type Carried = { leadId: string; shiftIds: readonly string[] };

/** What is carried goes on under the ids the server knows it by. */
export function renamedCarry<C extends Carried>(
  carry: C | null,
  renamed: ReadonlyMap<string, string> | undefined,
): C | null {
  if (!carry || !renamed || renamed.size === 0) return carry;
  const now = (id: string): string => renamed.get(id) ?? id;
  return { ...carry, leadId: now(carry.leadId), shiftIds: carry.shiftIds.map(now) };
}
