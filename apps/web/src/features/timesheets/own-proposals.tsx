'use client';
import { getWithdrawCorrectionsUrl } from '@vaktplan/api-client';
import { CorrectionView } from '@vaktplan/contracts/http/timesheet-corrections';
import { Badge, Button, toast } from '@vaktplan/ui';
import { useFormat } from '@/features/shell/me';
import { write } from '@/lib/api';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { asProblem } from '@/lib/problem';

/** One's own proposals: what waits can be withdrawn, what was answered says how. */
export function OwnProposals({
  corrections,
  onDone,
}: {
  corrections: readonly CorrectionView[];
  onDone: () => Promise<unknown>;
}) {
  const format = useFormat();
  const t = useWords('timesheet');
  const wordsOf = useProblemWords();
  const shown = corrections.filter((one) => one.state === 'proposed' || one.state === 'declined');
  if (shown.length === 0) return null;
  const withdraw = async (correction: CorrectionView) => {
    try {
      await write('POST', getWithdrawCorrectionsUrl(correction.id), {
        version: correction.version,
        schema: CorrectionView,
      });
      toast.success(t('withdrawn'));
    } catch (error) {
      toast.error(wordsOf(asProblem(error)));
    }
    await onDone();
  };
  return (
    <section aria-labelledby="own-proposals" className="border-b border-border px-4 py-3">
      <h2 id="own-proposals" className="text-sm font-semibold">
        {t('asked')}
      </h2>
      <ul className="mt-2 grid gap-2">
        {shown.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <span className="flex-1 tabular-nums">
              {format.shortDay(one.localDate)},{' '}
              {format.times(one.requested.startedAt, one.requested.endedAt, one.zone)}
              {one.reason && <span className="block text-[13px] text-muted">“{one.reason}”</span>}
            </span>
            <Badge tone={one.state === 'proposed' ? 'accent' : 'danger'}>
              {t(one.state === 'proposed' ? 'waiting' : 'declined')}
            </Badge>
            {one.abilities.withdraw && (
              <Button size="sm" variant="ghost" onClick={() => void withdraw(one)}>
                {t('withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
