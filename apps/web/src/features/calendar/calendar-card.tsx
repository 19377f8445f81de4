'use client';
import { Card, CardHeader } from '@vaktplan/ui';
import { CalendarSubscription } from './calendar-subscription';

const OWN = { kind: 'employee' } as const;

/** Own shifts in another calendar, beside them. */
export const CalendarCard = () => (
  <Card aria-label="Calendar">
    <CardHeader title="Your calendar" />
    <div className="px-4 pb-4">
      <CalendarSubscription subject={OWN} />
    </div>
  </Card>
);
