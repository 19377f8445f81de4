import { CircleAlert, Info, LoaderCircle, StickyNote, TriangleAlert } from 'lucide-react';
import type { GridFormat } from './grid-format.ts';
import { useGrid } from './grid-context.ts';
import type { GridWord } from './grid-words.ts';
import { FOUND, useSignal } from './grid-signals.ts';
import { PublishedWords, sayPublished, stillSeen } from './published-words.tsx';
import type { GridFinding, GridShift, ShiftState } from './types.ts';

const STATE_WORDS = {
  draft: 'state_draft',
  published: 'state_published',
  changed: 'state_changed',
  deleted: 'state_deleted',
} as const satisfies Record<ShiftState, GridWord>;

interface Marked {
  shift: GridShift;
  /** As `signalsOf` gives it. */
  told: string;
  /** Why the last change was refused. */
  refused: string | undefined;
}

export const flagsOf = (told: string): number => Number(told[0] ?? 0);

const isMarked = ({ shift, told, refused }: Marked): boolean =>
  refused !== undefined ||
  shift.state === 'changed' ||
  shift.saving !== undefined ||
  Boolean(shift.notes) ||
  (flagsOf(told) & FOUND) !== 0;

/** A chip's name: what it shows, first, so that speech users can say what they see, and what its signs mean. */
export function sayChip(shown: string, marked: Marked, format: GridFormat): string {
  const { shift, told, refused } = marked;
  const { say } = format;
  const seen = stillSeen(shift);
  const unsaved = shift.saving === 'failed' || refused !== undefined;
  return format.list([
    `${shown} ${shift.positionName ?? say('noPosition')}`,
    say(STATE_WORDS[shift.state]),
    ...(seen ? [say('employeesSee', { what: sayPublished(seen, format) })] : []),
    ...(shift.notes ? [say('hasNote')] : []),
    ...(told.length > 1 ? [told.slice(1)] : []),
    ...(unsaved ? [refused ? say('notSavedWhy', { reason: refused }) : say('notSaved')] : []),
  ]);
}

/** Small signs at the end of a chip's second line; their words are in its name. `null` when there are none. */
export function chipMarks(marked: Marked) {
  if (!isMarked(marked)) return null;
  const { shift, told, refused } = marked;
  const seen = stillSeen(shift);
  return (
    <>
      {seen && <PublishedWords shift={shift} seen={seen} />}
      {shift.notes && <StickyNote aria-hidden="true" className="size-3 shrink-0 text-muted" />}
      {(flagsOf(told) & FOUND) !== 0 && <FindingMark shiftId={shift.id} />}
      {shift.state === 'changed' && (
        <span className="size-2 shrink-0 rounded-full bg-primary forced-colors:bg-[Highlight]" />
      )}
      {shift.saving === 'saving' && (
        <LoaderCircle aria-hidden="true" className="size-3 shrink-0 text-muted motion-safe:animate-spin" />
      )}
      {(shift.saving === 'failed' || refused !== undefined) && (
        <span data-refused="" title={refused} className="flex">
          <CircleAlert aria-hidden="true" className="size-3.5 shrink-0 text-danger" />
        </span>
      )}
    </>
  );
}

const RANK = { info: 0, warn: 1, block: 2 } as const;
const LOOK = { info: 'text-muted', warn: 'text-warning', block: 'text-danger' } as const;
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
      className={`flex ${LOOK[worst.severity]}`}
    >
      <Sign aria-hidden="true" className={range === 'month' ? 'size-2.5' : 'size-3.5 shrink-0'} />
    </span>
  );
}
