'use client';
import { Card, CardHeader } from '@vaktplan/ui';
import { useWords } from '@/lib/words';
import { CalendarSubscription } from './calendar-subscription';

const OWN = { kind: 'employee' } as const;

/** Own shifts in another calendar, beside them. */
export function CalendarCard() {
  const t = useWords('calendar');
  return (
    <Card aria-label={t('label')}>
      <CardHeader title={t('title')} />
      <div className="px-4 pb-4">
        <CalendarSubscription subject={OWN} />
      </div>
    </Card>
  );
}
