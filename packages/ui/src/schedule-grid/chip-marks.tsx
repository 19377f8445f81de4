import { CircleAlert, Info, LoaderCircle, StickyNote, TriangleAlert } from 'lucide-react';
import { useGrid } from './grid-context.ts';
import { DRAGGED, FOUND, useSignal } from './grid-signals.ts';
import type { GridFinding, GridShift } from './types.ts';

interface ChipMarksProps {
  shift: GridShift;
  /** As `signalsOf` gives it. */
  told: number;
  /** Why the last change was refused. */
  refused: string | undefined;
}

/** Small signs at the end of a chip's second line, each with its words. */
export function ChipMarks({ shift, told, refused }: ChipMarksProps) {
  return (
    <>
      {shift.notes && (
        <>
          <StickyNote aria-hidden="true" className="size-3 shrink-0 text-muted" />
          <span className="sr-only">, has a note</span>
        </>
      )}
      {(told & FOUND) !== 0 && <FindingMark shiftId={shift.id} />}
      {(told & DRAGGED) !== 0 && <Mover shiftId={shift.id} />}
      {shift.state === 'changed' && (
        <span
          aria-hidden="true"
          className="size-2 shrink-0 rounded-full bg-primary forced-colors:bg-[Highlight]"
        />
      )}
      {shift.saving === 'saving' && (
        <LoaderCircle aria-hidden="true" className="size-3 shrink-0 text-muted motion-safe:animate-spin" />
      )}
      {(shift.saving === 'failed' || refused !== undefined) && (
        <span data-refused="" title={refused} className="flex">
          <CircleAlert aria-hidden="true" className="size-3.5 shrink-0 text-danger" />
          <span className="sr-only">, not saved{refused && `: ${refused}`}</span>
        </span>
      )}
    </>
  );
}

const RANK = { info: 0, warn: 1, block: 2 } as const;
const WORDS = { info: 'note', warn: 'warning', block: 'problem' } as const;
const LOOK = { info: 'text-muted', warn: 'text-warning', block: 'text-danger' } as const;

function Mover({ shiftId }: { shiftId: string }) {
  const name = useSignal(useGrid().signals, (all) => all.dragging.get(shiftId)?.name);
  return <span className="sr-only">, {name} is moving it</span>;
}

const NONE: readonly GridFinding[] = [];

function FindingMark({ shiftId }: { shiftId: string }) {
  const { signals, range } = useGrid();
  const findings = useSignal(signals, (all) => all.findings.get(shiftId) ?? NONE);
  if (findings.length === 0) return null;
  const worst = findings.reduce((a, b) => (RANK[b.severity] > RANK[a.severity] ? b : a));
  const Sign = worst.severity === 'info' ? Info : TriangleAlert;
  return (
    <span
      data-finding={worst.severity}
      title={findings.map((finding) => finding.text).join('\n')}
      // beside the times of a month's small chip there is no room
      className={`flex ${LOOK[worst.severity]} ${range === 'month' ? 'absolute end-0.5 top-0.5' : ''}`}
    >
      <Sign aria-hidden="true" className={range === 'month' ? 'size-2.5' : 'size-3.5 shrink-0'} />
      <span className="sr-only">
        {findings.map(({ severity, text }) => `, ${WORDS[severity]}: ${text}`).join('')}
      </span>
    </span>
  );
}
