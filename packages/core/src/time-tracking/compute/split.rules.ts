import type { TimePolicySettings } from '@vaktplan/contracts/http/time-policies';
import type { Stretch } from './pair.rules.ts';
import { longest } from './span.rules.ts';

/** The key of a further part of what `root` opened: the same each time, and of a version of UUID that no device makes. */
export function partKey(root: string, part: number): string {
  if (part === 0) return root;
  const tail = (parseInt(root.slice(-4), 16) + part) & 0xffff;
  return `${root.slice(0, 14)}8${root.slice(15, -4)}${tail.toString(16).padStart(4, '0')}`;
}

/**
 * A stretch that is longer than allowed in parts of that length, where the policy says so; else the stretch alone. The
 * parts touch, and the breaks are in the parts that they lie in.
 */
export function splitLong(
  whole: Stretch,
  shift: { start: number; end: number } | null,
  settings: TimePolicySettings,
): Stretch[] {
  const { closed, start } = whole;
  const most = longest(start, shift, settings);
  if (settings.maximum.mode !== 'split' || !closed || closed.at - start <= most) return [whole];
  const parts: Stretch[] = [];
  for (let from = start; from < closed.at; from += most) {
    const to = Math.min(closed.at, from + most);
    parts.push({
      ...whole,
      part: parts.length,
      more: to < closed.at,
      start: from,
      end: to,
      closed: { ...closed, at: to },
      breaks: whole.breaks.flatMap((pause) => {
        const first = Math.max(pause.start, from);
        const last = Math.min(pause.end ?? to, to);
        return last > first
          ? [{ ...pause, id: partKey(pause.id, parts.length), start: first, end: last }]
          : [];
      }),
      flags: new Set([...whole.flags, 'over_max']),
    });
  }
  return parts;
}
