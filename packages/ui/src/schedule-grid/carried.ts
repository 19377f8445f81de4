import type { Carry } from './grid-state.ts';

/** What is carried goes on under the ids the server knows it by. */
export function renamedCarry(
  carry: Carry | null,
  renamed: ReadonlyMap<string, string> | undefined,
): Carry | null {
  if (!carry || !renamed || renamed.size === 0) return carry;
  const now = (id: string): string => renamed.get(id) ?? id;
  return { ...carry, leadId: now(carry.leadId), shiftIds: carry.shiftIds.map(now) };
}
