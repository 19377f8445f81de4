import type { QueueView } from '@vaktplan/contracts/http/status';
import { Card, CardHeader, cn, Table, Td, Th, Tr } from '@vaktplan/ui';
import { ListLoading } from './status-loading';
import { ageWords, jobWords } from './words';

type QueuesProps = { queues: QueueView[] | null | undefined };

/** What lies in each queue, of all tenants: numbers only. Null while Redis is away, undefined until it is known. */
export function Queues({ queues }: QueuesProps) {
  return (
    <Card aria-labelledby="queues" className="overflow-hidden">
      <CardHeader id="queues" title="Queues" description="Of all tenants." />
      {queues === undefined && <ListLoading label="Loading queues" />}
      {queues === null && (
        <p className="border-t border-border px-4 py-4 text-sm text-muted">Not known while Redis is away.</p>
      )}
      {queues && (
        <Table label="Queues">
          <thead>
            <tr>
              <Th>Queue</Th>
              <Th className="text-right max-sm:px-2">Waiting</Th>
              <Th className="text-right max-sm:hidden">Running</Th>
              <Th className="text-right max-sm:hidden">Later</Th>
              <Th className="text-right max-sm:px-2">Failed</Th>
              <Th className="text-right">Oldest</Th>
            </tr>
          </thead>
          <tbody>
            {queues.map((queue) => (
              <Tr key={queue.name}>
                <Td className="font-medium">{jobWords(queue.name)}</Td>
                <Td className="text-right tabular-nums max-sm:px-2">{queue.waiting}</Td>
                <Td className="text-right tabular-nums max-sm:hidden">{queue.active}</Td>
                <Td className="text-right tabular-nums max-sm:hidden">{queue.delayed}</Td>
                <Td className={cn('text-right tabular-nums max-sm:px-2', queue.failed > 0 && 'text-danger')}>
                  {queue.failed}
                </Td>
                <Td className="text-right whitespace-nowrap tabular-nums">{ageWords(queue.oldestSeconds)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
