import type { QueueView } from '@vaktplan/contracts/http/status';
import { Card, CardHeader, cn, Table, Td, Th, Tr } from '@vaktplan/ui';
import { useWords } from '@/lib/words';
import { ListLoading } from './status-loading';
import { ageWords, jobWords } from './words';

type QueuesProps = { queues: QueueView[] | null | undefined };

/** What lies in each queue, of all tenants: numbers only. Null while Redis is away, undefined until it is known. */
export function Queues({ queues }: QueuesProps) {
  const t = useWords('operations');
  return (
    <Card aria-labelledby="queues" className="overflow-hidden">
      <CardHeader id="queues" title={t('queues')} description={t('queuesHint')} />
      {queues === undefined && <ListLoading label={t('loadingQueues')} />}
      {queues === null && (
        <p className="border-t border-border px-4 py-4 text-sm text-muted">{t('queuesUnknown')}</p>
      )}
      {queues && (
        <Table label={t('queues')}>
          <thead>
            <tr>
              <Th>{t('queue')}</Th>
              <Th className="text-end max-sm:px-2">{t('waiting')}</Th>
              <Th className="text-end max-sm:hidden">{t('running')}</Th>
              <Th className="text-end max-sm:hidden">{t('later')}</Th>
              <Th className="text-end max-sm:px-2">{t('failed')}</Th>
              <Th className="text-end">{t('oldest')}</Th>
            </tr>
          </thead>
          <tbody>
            {queues.map((queue) => (
              <Tr key={queue.name}>
                <Td className="font-medium">{jobWords(t, queue.name)}</Td>
                <Td className="text-end tabular-nums max-sm:px-2">{queue.waiting}</Td>
                <Td className="text-end tabular-nums max-sm:hidden">{queue.active}</Td>
                <Td className="text-end tabular-nums max-sm:hidden">{queue.delayed}</Td>
                <Td className={cn('text-end tabular-nums max-sm:px-2', queue.failed > 0 && 'text-danger')}>
                  {queue.failed}
                </Td>
                <Td className="text-end whitespace-nowrap tabular-nums">
                  {ageWords(t, queue.oldestSeconds)}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
