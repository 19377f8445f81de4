import type { JobScheduleView } from '@vaktplan/contracts/http/status';
import { Badge, Table, Td, Th, Tr } from '@vaktplan/ui';
import { useFormat } from '@/features/shell/me';
import { jobWords } from './words';

const tones = { completed: 'success', retrying: 'warning', failed: 'danger' } as const;
const words = { completed: 'done', retrying: 'tried again', failed: 'failed' } as const;

/** When each ran and will run, by the clock it goes by. */
export function Schedules({ schedules }: { schedules: JobScheduleView[] }) {
  const format = useFormat();
  if (schedules.length === 0) {
    return (
      <p className="border-t border-border px-4 py-4 text-sm text-muted">
        None is set yet. A worker sets them as it starts.
      </p>
    );
  }
  return (
    <Table label="Schedules">
      <thead>
        <tr>
          <Th>Job</Th>
          <Th>Last</Th>
          <Th>Next</Th>
        </tr>
      </thead>
      <tbody>
        {schedules.map(({ id, job, zone, nextAt, lastAt, lastOutcome }) => (
          <Tr key={id}>
            <Td>
              <span className="font-medium">{jobWords(job)}</span>{' '}
              <span className="font-mono text-xs text-muted">{id}</span>
            </Td>
            <Td>
              {lastAt && lastOutcome ? (
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1 tabular-nums">
                  {format.moment(lastAt, zone)} <Badge tone={tones[lastOutcome]}>{words[lastOutcome]}</Badge>
                </span>
              ) : (
                <span className="text-muted">not yet</span>
              )}
            </Td>
            <Td className="tabular-nums">{nextAt ? format.moment(nextAt, zone) : '–'}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
