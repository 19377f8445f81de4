'use client';
import { Card, CardHeader } from '@vaktplan/ui';
import dynamic from 'next/dynamic';
import { useWords } from '@/lib/words';

// what nobody comes to the page for is loaded after what they come for
const CalendarSubscription = dynamic(() =>
  import('./calendar-subscription').then((loaded) => loaded.CalendarSubscription),
);

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
