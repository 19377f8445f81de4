import type { JobScheduleView } from '@vaktplan/contracts/http/status';
import { Badge, Table, Td, Th, Tr } from '@vaktplan/ui';
import { useFormat } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import { jobWords } from './words';

const tones = { completed: 'success', retrying: 'warning', failed: 'danger' } as const;

/** When each ran and will run, by the clock it goes by. */
export function Schedules({ schedules }: { schedules: JobScheduleView[] }) {
  const t = useWords('operations');
  const format = useFormat();
  if (schedules.length === 0) {
    return <p className="border-t border-border px-4 py-4 text-sm text-muted">{t('noSchedules')}</p>;
  }
  return (
    <Table label={t('schedules')}>
      <thead>
        <tr>
          <Th>{t('job')}</Th>
          <Th>{t('last')}</Th>
          <Th>{t('next')}</Th>
        </tr>
      </thead>
      <tbody>
        {schedules.map(({ id, job, zone, nextAt, lastAt, lastOutcome }) => (
          <Tr key={id}>
            <Td>
              <span className="font-medium">{jobWords(t, job)}</span>{' '}
              <span className="font-mono text-xs text-muted">{id}</span>
            </Td>
            <Td>
              {lastAt && lastOutcome ? (
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1 tabular-nums">
                  {format.moment(lastAt, zone)}{' '}
                  <Badge tone={tones[lastOutcome]}>{t(`outcome_${lastOutcome}`)}</Badge>
                </span>
              ) : (
                <span className="text-muted">{t('notYet')}</span>
              )}
            </Td>
            <Td className="tabular-nums">{nextAt ? format.moment(nextAt, zone) : '–'}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
