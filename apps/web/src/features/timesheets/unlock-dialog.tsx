'use client';
import { getUnlockPayPeriodsUrl } from '@vaktplan/api-client';
import type { PayPeriodView } from '@vaktplan/contracts/http/pay-periods';
import { toast } from '@vaktplan/ui';
import { write } from '@/lib/api';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { ReasonDialog } from './reason-dialog';
import { timesheetSettingsResource } from './resources';

type Props = { period: PayPeriodView; onClose: () => void; onDone: () => Promise<unknown> };

/** Unlocking needs a reason, and says for how long it is. */
export function UnlockDialog({ period, onClose, onDone }: Props) {
  const t = useWords('timesheets');
  const hours = useResource(timesheetSettingsResource).data?.relockHours;
  return (
    <ReasonDialog
      title={t('unlockTitle')}
      description={hours === undefined ? t('unlockHint') : t('unlockFor', { hours })}
      action={t('unlock')}
      onClose={onClose}
      send={async (reason, idempotencyKey) => {
        await write('POST', getUnlockPayPeriodsUrl(period.id), {
          body: { reason },
          version: period.version,
          idempotencyKey,
        });
        toast.success(t('unlockedNow'));
        await onDone();
      }}
    />
  );
}
