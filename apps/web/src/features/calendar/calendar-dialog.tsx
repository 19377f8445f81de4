'use client';
import { Dialog, DialogContent } from '@vaktplan/ui';
import { useWords } from '@/lib/words';
import { CalendarSubscription } from './calendar-subscription';

type CalendarDialogProps = { location: { id: string; name: string }; onClose: () => void };

/** A location's published shifts in a calendar of one's own. */
export function CalendarDialog({ location, onClose }: CalendarDialogProps) {
  const t = useWords('calendar');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={t('ofLocation', { name: location.name })} description={t('ofLocationHint')}>
        <CalendarSubscription subject={{ kind: 'location', locationId: location.id }} />
      </DialogContent>
    </Dialog>
  );
}
