'use client';
import { getClosePayPeriodsUrl, getLockPayPeriodsUrl, getReopenPayPeriodsUrl } from '@vaktplan/api-client';
import { PayPeriodView } from '@vaktplan/contracts/http/pay-periods';
import { Badge, Button, toast } from '@vaktplan/ui';
import { History, Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useMay, useMe } from '@/features/shell/me';
import { write } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { HistorySheet } from './history-sheet';
import { periodHistoryResource } from './resources';
import { UnlockDialog } from './unlock-dialog';

const TONES = { open: 'accent', closed: 'warning', locked: 'outline' } as const;

type Props = { period: PayPeriodView; onDone: () => Promise<unknown> };

/** The pay period of the days shown: where it stands, and what may be done with it. */
export function PeriodBar({ period, onDone }: Props) {
  const t = useWords('timesheets');
  const closed = useWords('timesheet')('closed');
  const wordsOf = useProblemWords();
  const format = useFormat();
  const { zone } = useMe().organization;
  const locks = useMay('pay-period:lock');
  const [asking, setAsking] = useState<'unlock' | 'history'>();
  const [busy, setBusy] = useState(false);
  const [unsettled, setUnsettled] = useState('');
  const change = async (url: string, words: string, body?: object): Promise<void> => {
    setBusy(true);
    try {
      await write('POST', url, { body, version: period.version, schema: PayPeriodView });
      setUnsettled('');
      toast.success(words);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'period_unsettled') setUnsettled(wordsOf(problem));
      else toast.error(problem.code === 'entry_open' ? t('stillAtWork') : wordsOf(problem));
    } finally {
      await onDone();
      setBusy(false);
    }
  };
  const { close, reopen, lock, unlock } = period.abilities;
  return (
    <section aria-label={t('payPeriod')} className="grid gap-2 border-b border-border px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="text-[13px] text-muted">
          {t('periodOf', { days: format.range(period.startDate, period.endDate) })}
        </span>
        <Badge tone={TONES[period.state]}>
          {period.state === 'closed' ? closed : t(`period_${period.state}`)}
        </Badge>
        {period.relockAt && (
          <span className="text-[13px] text-muted">
            {t('relocks', { when: format.moment(period.relockAt, zone) })}
          </span>
        )}
        <span className="flex flex-1 flex-wrap justify-end gap-2 max-sm:basis-full">
          {close && (
            <Button
              size="sm"
              loading={busy}
              onClick={() => void change(getClosePayPeriodsUrl(period.id), closed)}
            >
              {t('close')}
            </Button>
          )}
          {reopen && (
            <Button
              size="sm"
              loading={busy}
              onClick={() => void change(getReopenPayPeriodsUrl(period.id), t('reopened'))}
            >
              {t('reopen')}
            </Button>
          )}
          {lock && (
            <Button
              size="sm"
              loading={busy}
              onClick={() => void change(getLockPayPeriodsUrl(period.id), t('lockedNow'), {})}
            >
              <Lock />
              {t('lock')}
            </Button>
          )}
          {locks && (period.state !== 'open' || period.version > 1) && (
            <Button
              size="icon-sm"
              variant="ghost"
              aria-label={t('periodHistory')}
              onClick={() => setAsking('history')}
            >
              <History />
            </Button>
          )}
          {unlock && (
            <Button size="sm" onClick={() => setAsking('unlock')}>
              <LockOpen />
              {t('unlock')}
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
            onClick={() => void change(getLockPayPeriodsUrl(period.id), t('lockedNow'), { anyway: true })}
          >
            {t('lockAnyway')}
          </Button>
        </p>
      )}
      {asking === 'history' && (
        <HistorySheet
          title={t('periodHistory')}
          description={format.range(period.startDate, period.endDate)}
          resource={periodHistoryResource(period.id)}
          zone={zone}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'unlock' && (
        <UnlockDialog period={period} onClose={() => setAsking(undefined)} onDone={onDone} />
      )}
    </section>
  );
}
