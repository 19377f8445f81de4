'use client';
import { Dialog, DialogContent } from '@vaktplan/ui';
import { CalendarSubscription } from './calendar-subscription';

type CalendarDialogProps = { location: { id: string; name: string }; onClose: () => void };

/** A location's published shifts in a calendar of one's own. */
export const CalendarDialog = ({ location, onClose }: CalendarDialogProps) => (
  <Dialog open onOpenChange={(open) => !open && onClose()}>
    <DialogContent
      title={`Calendar of ${location.name}`}
      description="Published shifts, as far as you plan here."
    >
      <CalendarSubscription subject={{ kind: 'location', locationId: location.id }} />
    </DialogContent>
  </Dialog>
);
