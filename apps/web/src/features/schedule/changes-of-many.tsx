'use client';
import type { PublishPreview } from '@vaktplan/contracts/http/schedules';
import { Badge, Button, Input, Segmented } from '@vaktplan/ui';
import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useWords } from '@/lib/words';
import { narrowed, tallyOf, type ChangeKind, type PersonChanges } from './narrowed-changes';

const TONES = { added: 'success', changed: 'warning', removed: 'danger' } as const;
const KINDS = ['added', 'changed', 'removed'] as const;
/** So few are shown unfolded. */
const FEW = 3;
const NOBODY: ReadonlySet<string> = new Set();

type ChangesOfManyProps = {
  preview: PublishPreview;
  /** The lines of one person. */
  children: (person: PersonChanges) => ReactNode;
};

/** Whose view changes, folded to a line each, found by name and by what kind of change it is. */
export function ChangesOfMany({ preview, children }: ChangesOfManyProps) {
  const t = useWords('planPublish');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<ChangeKind | 'all'>('all');
  // who is unfolded, and of a few, who is folded
  const [turned, setTurned] = useState<ReadonlySet<string>>(NOBODY);
  // another range may have none of that kind
  const kind = asked !== 'all' && preview[asked] === 0 ? 'all' : asked;
  const shown = narrowed(preview.people, text, kind);
  const idOf = (person: PersonChanges) => person.employeeId ?? 'open';
  const few = shown.length <= FEW;
  const isOpen = (person: PersonChanges) => few !== turned.has(idOf(person));
  const allOpen = shown.every(isOpen);
  const turn = (id: string) => {
    const next = new Set(turned);
    if (!next.delete(id)) next.add(id);
    setTurned(next);
  };
  const narrow = (change: () => void) => {
    setTurned(NOBODY);
    change();
  };
  const total = preview.added + preview.changed + preview.removed;
  return (
    <section aria-label={t('forWhom')} className="grid grid-cols-1 gap-3">
      <div className="sticky top-0 z-10 -mx-5 grid grid-cols-1 gap-2 border-b border-border bg-surface px-5 py-2">
        <div className="flex items-center gap-2">
          <Input
            type="search"
            aria-label={t('findPerson')}
            placeholder={t('findPerson')}
            value={text}
            onChange={(event) => narrow(() => setText(event.target.value))}
          />
          {!few && (
            <Button
              className="shrink-0"
              onClick={() => setTurned(allOpen ? NOBODY : new Set(shown.map(idOf)))}
            >
              {t(allOpen ? 'foldAll' : 'unfoldAll')}
            </Button>
          )}
        </div>
        <Segmented
          aria-label={t('whichChanges')}
          className="w-fit max-w-full overflow-x-auto"
          value={kind}
          onValueChange={(one) => narrow(() => setAsked(one))}
          options={[
            { value: 'all', label: t('allOf', { count: total }) },
            ...KINDS.filter((one) => preview[one] > 0).map((one) => ({
              value: one,
              label: t(one, { count: preview[one] }),
            })),
          ]}
        />
        <p role="status" className="text-[13px] text-muted">
          {shown.length === preview.people.length
            ? t('people', { count: shown.length })
            : t('peopleOf', { shown: shown.length, all: preview.people.length })}
        </p>
      </div>
      <ul className="divide-y divide-border rounded-lg border border-border empty:hidden">
        {shown.map((person) => (
          <li key={idOf(person)} className="[contain-intrinsic-size:auto_44px] [content-visibility:auto]">
            <details open={isOpen(person)}>
              <summary
                onClick={(event) => {
                  event.preventDefault();
                  turn(idOf(person));
                }}
                className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-3 py-1.5 focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden"
              >
                <ChevronRight
                  aria-hidden="true"
                  className={`size-4 shrink-0 text-muted ${isOpen(person) ? 'rotate-90' : 'rtl:-scale-x-100'}`}
                />
                <span className="min-w-0 flex-1 truncate text-sm font-semibold">{person.name}</span>
                <span className="flex flex-wrap justify-end gap-1">
                  {KINDS.map((one) => {
                    const count = tallyOf(person)[one];
                    return (
                      count > 0 && (
                        <Badge key={one} tone={TONES[one]}>
                          {t(one, { count })}
                        </Badge>
                      )
                    );
                  })}
                </span>
              </summary>
              {isOpen(person) && <div className="px-3 ps-9 pb-3">{children(person)}</div>}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
