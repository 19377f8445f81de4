'use client';
import { getAcceptCorrectionsUrl, getDeclineCorrectionsUrl } from '@vaktplan/api-client';
import { CorrectionView } from '@vaktplan/contracts/http/timesheet-corrections';
import { Button, toast } from '@vaktplan/ui';
import { useState } from 'react';
import { useFormat } from '@/features/shell/me';
import { write } from '@/lib/api';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { asProblem } from '@/lib/problem';
import { ReasonDialog } from './reason-dialog';

type Props = { corrections: readonly CorrectionView[]; onDone: () => Promise<unknown> };

/** Corrections that wait for an answer: what was, what ought to be, and why. */
export function Proposals({ corrections, onDone }: Props) {
  const t = useWords('timesheet');
  const [declining, setDeclining] = useState<CorrectionView>();
  if (corrections.length === 0) return null;
  return (
    <section aria-labelledby="proposals" className="border-b border-border">
      <h2 id="proposals" className="px-4 pt-3 text-sm font-semibold">
        {t('proposalsTitle', { count: corrections.length })}
      </h2>
      <ul className="divide-y divide-border">
        {corrections.map((correction) => (
          <Proposal key={correction.id} correction={correction} onDone={onDone} onDecline={setDeclining} />
        ))}
      </ul>
      {declining && (
        <ReasonDialog
          title={t('declineTitle', { name: declining.employeeName })}
          description={t('declineHint')}
          action={t('decline')}
          danger
          onClose={() => setDeclining(undefined)}
          send={async (reason, idempotencyKey) => {
            await write('POST', getDeclineCorrectionsUrl(declining.id), {
              body: { reason },
              version: declining.version,
              idempotencyKey,
            });
            toast.success(t('declined'));
            await onDone();
          }}
        />
      )}
    </section>
  );
}

type OneProps = {
  correction: CorrectionView;
  onDone: () => Promise<unknown>;
  onDecline: (correction: CorrectionView) => void;
};

function Proposal({ correction, onDone, onDecline }: OneProps) {
  const format = useFormat();
  const t = useWords('timesheet');
  const wordsOf = useProblemWords();
  const [busy, setBusy] = useState(false);
  const { id, version, zone, before, requested, employeeName } = correction;
  const accept = async () => {
    setBusy(true);
    try {
      await write('POST', getAcceptCorrectionsUrl(id), { body: {}, version, schema: CorrectionView });
      toast.success(t('corrected', { name: employeeName }));
    } catch (error) {
      toast.error(wordsOf(asProblem(error)));
    } finally {
      await onDone();
      setBusy(false);
    }
  };
  const was = !before
    ? t('notPunched')
    : before.endedAt
      ? format.times(before.startedAt, before.endedAt, zone)
      : `${format.time(before.startedAt, zone)} –`;
  const breakTimes = (pause: { startedAt: string; endedAt: string }): string =>
    t('breakTimes', { times: format.times(pause.startedAt, pause.endedAt, zone) });
  return (
    <li id={`proposal-${id}`} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-48 flex-1">
        <p>
          <span className="font-medium">{employeeName}</span>
          <span className="text-muted">, {format.shortDay(correction.localDate)}</span>
        </p>
        <p className="text-[13px] tabular-nums">
          <del className="text-muted">
            {was}
            {before?.breaks?.map((pause) => breakTimes(pause))}
          </del>{' '}
          <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
            →
          </span>{' '}
          <ins className="font-medium no-underline">
            {format.times(requested.startedAt, requested.endedAt, zone)}
          </ins>
          {requested.breaks.map((pause) => (
            <span key={pause.startedAt} className="text-muted">
              {breakTimes(pause)}
            </span>
          ))}
        </p>
        <p className="text-[13px] break-words text-muted">“{correction.comment}”</p>
      </div>
      {correction.abilities.decide && (
        <div className="flex gap-2 max-sm:w-full max-sm:*:flex-1">
          <Button size="sm" onClick={() => onDecline(correction)}>
            {t('decline')}
          </Button>
          <Button size="sm" variant="primary" loading={busy} onClick={() => void accept()}>
            {t('accept')}
          </Button>
        </div>
      )}
    </li>
  );
}
