import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getReplayStatusUrl } from '@vaktplan/api-client';
import type { FailedJobList, FailedJobView } from '@vaktplan/contracts/http/status';
import { Button, toast } from '@vaktplan/ui';
import { RotateCcw } from 'lucide-react';
import { useFormat, useMay, useMe } from '@/features/shell/me';
import { write } from '@/lib/api';
import type { ApiProblem } from '@/lib/problem';
import { keyOf } from '@/lib/resource';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { failedJobsResource, statusResource } from './resources';
import { jobWords } from './words';

/** What was given up, newest first, each with one more try. */
export function FailedJobs({ list: { data, meta } }: { list: FailedJobList }) {
  const t = useWords('operations');
  if (data.length === 0) {
    return <p className="border-t border-border px-4 py-4 text-sm text-muted">{t('nothingFailed')}</p>;
  }
  return (
    <>
      <ul className="divide-y divide-border border-t border-border">
        {data.map((job) => (
          <FailedJob key={`${job.queue} ${job.jobId}`} job={job} />
        ))}
      </ul>
      {meta.more && (
        <p className="border-t border-border px-4 py-3 text-[13px] text-muted">
          {t('more', { count: data.length })}
        </p>
      )}
    </>
  );
}

function FailedJob({ job }: { job: FailedJobView }) {
  const t = useWords('operations');
  const wordsOf = useProblemWords();
  const name = jobWords(t, job.job);
  const format = useFormat();
  const mayReplay = useMay('job:replay');
  const { organization } = useMe();
  const client = useQueryClient();
  const replay = useMutation<void, ApiProblem>({
    mutationFn: () => write('POST', getReplayStatusUrl(), { body: { queue: job.queue, jobId: job.jobId } }),
    onSuccess: () => toast.success(t('triedAgain', { job: name })),
    onError: (problem) => toast.error(problem.code === 'not_found' ? t('beingTried') : wordsOf(problem)),
    onSettled: () =>
      Promise.all(
        [failedJobsResource, statusResource].map((one) => client.invalidateQueries({ queryKey: keyOf(one) })),
      ).then(() => undefined),
  });
  return (
    <li className="flex items-start gap-x-4 gap-y-2 px-4 py-3 max-sm:flex-col">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{name}</p>
        <p className="text-sm break-words">{job.reason || t('noReason')}</p>
        <p className="text-[13px] text-muted">
          {job.failedAt && `${format.moment(job.failedAt, organization.zone)} · `}
          {t('tries', { count: job.attempts })} · {jobWords(t, job.queue)}
        </p>
      </div>
      {mayReplay && (
        <Button
          size="sm"
          className="max-sm:w-full"
          aria-label={t('tryOneAgain', { job: name })}
          loading={replay.isPending}
          onClick={() => replay.mutate()}
        >
          <RotateCcw />
          {t('tryAgain')}
        </Button>
      )}
    </li>
  );
}
