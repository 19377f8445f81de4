'use client';
import {
  getClosePayPeriodsUrl,
  getLockPayPeriodsUrl,
  getReopenPayPeriodsUrl,
  getUnlockPayPeriodsUrl,
} from '@vaktplan/api-client';
import { PayPeriodView } from '@vaktplan/contracts/http/pay-periods';
import { Badge, Button, toast } from '@vaktplan/ui';
import { History, Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useMay, useMe } from '@/features/shell/me';
import { write } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { HistorySheet } from './history-sheet';
import { ReasonDialog } from './reason-dialog';
import { periodHistoryResource } from './resources';

const STATES = {
  open: { tone: 'accent', words: 'Open' },
  closed: { tone: 'warning', words: 'Closed for proposals' },
  locked: { tone: 'outline', words: 'Locked' },
} as const;

type Props = { period: PayPeriodView; onDone: () => Promise<unknown> };

/** The pay period of the days shown: where it stands, and what may be done with it. */
export function PeriodBar({ period, onDone }: Props) {
  const format = useFormat();
  const { zone } = useMe().organization;
  const locks = useMay('pay-period:lock');
  const [asking, setAsking] = useState<'unlock' | 'history'>();
  const [busy, setBusy] = useState(false);
  const [unsettled, setUnsettled] = useState('');
  const { tone, words } = STATES[period.state];
  const change = async (url: string, words: string, body?: object): Promise<void> => {
    setBusy(true);
    try {
      await write('POST', url, { body, version: period.version, schema: PayPeriodView });
      setUnsettled('');
      toast.success(words);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'period_unsettled' && !problem.detail.startsWith('Still'))
        setUnsettled(problem.detail);
      else toast.error(problem.detail);
    } finally {
      await onDone();
      setBusy(false);
    }
  };
  const { close, reopen, lock, unlock } = period.abilities;
  return (
    <section aria-label="Pay period" className="grid gap-2 border-b border-border px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="text-[13px] text-muted">
          Pay period {format.range(period.startDate, period.endDate)}
        </span>
        <Badge tone={tone}>{words}</Badge>
        {period.relockAt && (
          <span className="text-[13px] text-muted">
            locks itself again {format.moment(period.relockAt, zone)}
          </span>
        )}
        <span className="flex flex-1 flex-wrap justify-end gap-2">
          {close && (
            <Button
              size="sm"
              loading={busy}
              onClick={() => void change(getClosePayPeriodsUrl(period.id), 'Closed for proposals')}
            >
              Close for proposals
            </Button>
          )}
          {reopen && (
            <Button
              size="sm"
              loading={busy}
              onClick={() => void change(getReopenPayPeriodsUrl(period.id), 'Open again')}
            >
              Open again
            </Button>
          )}
          {lock && (
            <Button
              size="sm"
              loading={busy}
              onClick={() => void change(getLockPayPeriodsUrl(period.id), 'Pay period locked', {})}
            >
              <Lock />
              Lock
            </Button>
          )}
          {locks && period.state !== 'open' && (
            <Button
              size="icon-sm"
              variant="ghost"
              aria-label="History of the pay period"
              onClick={() => setAsking('history')}
            >
              <History />
            </Button>
          )}
          {unlock && (
            <Button size="sm" onClick={() => setAsking('unlock')}>
              <LockOpen />
              Unlock
            </Button>
          )}
        </span>
      </div>
      {unsettled && lock && (
        <p
          role="alert"
          className="flex flex-wrap items-center gap-2 rounded-md bg-warning/12 px-3 py-2 text-[13px]"
        >
          {unsettled}
          <Button
            size="sm"
            loading={busy}
            onClick={() =>
              void change(getLockPayPeriodsUrl(period.id), 'Pay period locked', { anyway: true })
            }
          >
            Lock all the same
          </Button>
        </p>
      )}
      {asking === 'history' && (
        <HistorySheet
          title="History of the pay period"
          description={format.range(period.startDate, period.endDate)}
          resource={periodHistoryResource(period.id)}
          zone={zone}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'unlock' && (
        <ReasonDialog
          title="Unlock the pay period"
          description="Hours in it can change until it locks itself again. The reason is kept in the history."
          action="Unlock"
          onClose={() => setAsking(undefined)}
          send={async (reason, idempotencyKey) => {
            await write('POST', getUnlockPayPeriodsUrl(period.id), {
              body: { reason },
              version: period.version,
              idempotencyKey,
            });
            toast.success('Unlocked for a while');
            await onDone();
          }}
        />
      )}
    </section>
  );
}
