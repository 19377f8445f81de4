'use client';
import type { PublishPreview, SeenShift, ShiftChange } from '@vaktplan/contracts/http/schedules';
import { Badge } from '@vaktplan/ui';
import { useFormat } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import { ChangesOfMany } from './changes-of-many';
import type { PersonChanges } from './narrowed-changes';

/** From here on people are folded to a line each. */
const MANY = 8;

/** Who sees what change: for each person what was and what will be. */
export function PublishChanges({ preview }: { preview: PublishPreview }) {
  const t = useWords('planPublish');
  const lines = ({ changes }: PersonChanges) => (
    <ul className="grid gap-1">
      {changes.map((change) => (
        <Change key={`${change.shiftId}${change.kind}`} change={change} />
      ))}
    </ul>
  );
  if (preview.people.length > MANY) return <ChangesOfMany preview={preview}>{lines}</ChangesOfMany>;
  return (
    <>
      <p className="flex flex-wrap gap-2">
        {preview.added > 0 && <Badge tone="success">{t('added', { count: preview.added })}</Badge>}
        {preview.changed > 0 && <Badge tone="warning">{t('changed', { count: preview.changed })}</Badge>}
        {preview.removed > 0 && <Badge tone="danger">{t('removed', { count: preview.removed })}</Badge>}
      </p>
      <ul className="grid gap-3" aria-label={t('forWhom')}>
        {preview.people.map((person) => (
          <li key={person.employeeId ?? 'open'} className="rounded-lg border border-border px-4 py-3">
            <h3 className="mb-1.5 text-sm font-semibold">{person.name}</h3>
            {lines(person)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** One change as a line; a screen reader hears which side is which. */
export function Change({ change }: { change: ShiftChange }) {
  const words = useSeenWords();
  const t = useWords('planPublish');
  const { before, after } = change;
  return (
    <li className="flex flex-wrap gap-x-2 text-[13px] tabular-nums">
      <span className="w-16 text-muted">{t(`kind_${change.kind}`)}</span>
      <span className="min-w-0 flex-1">
        {before && (
          <span className={after ? 'text-muted line-through' : 'line-through'}>
            <span className="sr-only">{t('before')}</span>
            {words(before)}
          </span>
        )}
        {after && (
          // what it is now stays together, below what it was where they do not fit beside each other
          <span className={before ? 'inline-block' : undefined}>
            {before && (
              <>
                <span aria-hidden="true" className="inline-block px-1 rtl:-scale-x-100">
                  →
                </span>
                <span className="sr-only">{t('now')}</span>
              </>
            )}
            {words(after)}
          </span>
        )}
      </span>
    </li>
  );
}

/** A shift as its person sees it: "1 Dec, 09:00 – 17:00, Barista, 30 min break, “Bring keys”". */
export function useSeenWords(): (shift: SeenShift) => string {
  const format = useFormat();
  const t = useWords('planPublish');
  const comma = useWords('app')('comma');
  return (shift) => {
    const pauses = shift.breaks.reduce((sum, { minutes }) => sum + minutes, 0);
    return [
      `${format.moment(shift.startsAt, shift.zone)} – ${format.time(shift.endsAt, shift.zone)}`,
      shift.positionName ?? shift.departmentName,
      pauses > 0 ? t('breakOf', { minutes: pauses }) : '',
      shift.notes ? t('quoted', { text: shift.notes }) : '',
    ]
      .filter((part) => part !== '')
      .join(comma);
  };
}
