import type { CSSProperties } from 'react';
import { Chip } from './chip.tsx';
import { lanesOf, spanOf } from './day-lanes.ts';
import type { DayAxis, GridShift } from './types.ts';

/** One person's shifts along the hours of a day. What runs past midnight, on either side, ends at the edge. */
export function DayChips({ shifts, axis }: { shifts: readonly GridShift[]; axis: DayAxis }) {
  const { lanes } = lanesOf(shifts, axis);
  const chips = shifts.map((shift, i) => {
    const { start, end } = spanOf(shift, axis);
    const share = (minutes: number) => `${(Math.min(minutes, axis.minutes) / axis.minutes) * 100}%`;
    return (
      <div
        key={shift.id}
        className="absolute"
        data-since-yesterday={start < 0 || undefined}
        data-past-midnight={end > axis.minutes || undefined}
        style={{
          insetInlineStart: share(Math.max(0, start)),
          width: share(Math.min(end, axis.minutes) - Math.max(0, start)),
          top: `calc(var(--cell-p) + ${lanes[i]} * (var(--chip-h) + var(--cell-gap)))`,
        }}
      >
        <Chip shift={shift} />
      </div>
    );
  });
  return (
    <>
      <div
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 bg-[repeating-linear-gradient(to_right,transparent_0_calc(var(--hour)-1px),var(--border)_calc(var(--hour)-1px)_var(--hour))] opacity-60 rtl:-scale-x-100"
        style={{ '--hour': `${6000 / axis.minutes}%` } as CSSProperties}
      />
      {chips}
    </>
  );
}
