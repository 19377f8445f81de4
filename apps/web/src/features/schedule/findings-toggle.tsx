'use client';
import { Button } from '@vaktplan/ui';
import { TriangleAlert } from 'lucide-react';
import { useWords } from '@/lib/words';

type FindingsToggleProps = { count: number; on: boolean; onChange: (on: boolean) => void };

/** How many shifts the rules have something against; pressed, only those are shown. Gone when there is none to show. */
export function FindingsToggle({ count, on, onChange }: FindingsToggleProps) {
  const t = useWords('plan');
  if (count === 0 && !on) return null;
  return (
    <Button
      aria-pressed={on}
      variant={on ? 'primary' : 'secondary'}
      title={t(on ? 'showAll' : 'showFindings')}
      onClick={() => onChange(!on)}
    >
      <TriangleAlert className={on ? undefined : 'text-warning'} />
      <span className="tabular-nums">{count}</span>{' '}
      <span className={count > 0 ? 'max-2xl:sr-only' : 'max-md:sr-only'}>{t('withFindings')}</span>
    </Button>
  );
}
