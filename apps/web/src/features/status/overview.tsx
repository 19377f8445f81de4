import type { InstanceView, StatusView } from '@vaktplan/contracts/http/status';
import { Badge, Card, CardHeader, cn, Table, Td, Th, Tr } from '@vaktplan/ui';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useFormat, useMe } from '@/features/shell/me';
import { ageWords, jobWords, troublesOf } from './words';

/** The verdict first, then the figures behind it, then each process. */
export function Overview({ view }: { view: StatusView }) {
  return (
    <>
      <Verdict troubles={troublesOf(view)} />
      <Figures view={view} />
      <Processes instances={view.instances} />
    </>
  );
}

function Verdict({ troubles }: { troubles: string[] }) {
  const well = troubles.length === 0;
  const Icon = well ? CircleCheck : TriangleAlert;
  return (
    <Card role="status" aria-label="Verdict" className="flex gap-3 px-4 py-3.5">
      <Icon
        aria-hidden="true"
        className={cn('mt-0.5 size-5 shrink-0', well ? 'text-success' : 'text-warning')}
      />
      <div className="min-w-0">
        <h2 className="font-semibold">{well ? 'All is well' : 'Something needs attention'}</h2>
        {well ? (
          <p className="text-[13px] text-muted">Everything answers and nothing is held up.</p>
        ) : (
          <ul className="mt-1 space-y-1 text-sm">
            {troubles.map((trouble) => (
              <li key={trouble}>{trouble}</li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function Figures({ view: { stores, relayLagSeconds, queues } }: { view: StatusView }) {
  const sum = (of: 'waiting' | 'failed') => queues?.reduce((total, queue) => total + queue[of], 0);
  const lag = relayLagSeconds === null ? 'unknown' : ageWords(relayLagSeconds);
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-border bg-border shadow-card sm:grid-cols-3 lg:grid-cols-5">
      <Figure label="Postgres" value={stateWord(stores.postgres)} bad={stores.postgres.status !== 'ok'} />
      <Figure label="Redis" value={stateWord(stores.redis)} bad={stores.redis.status !== 'ok'} />
      <Figure label="Delay of news" value={lag} bad={relayLagSeconds === null || relayLagSeconds > 60} />
      <Figure label="Jobs waiting" value={String(sum('waiting') ?? 'unknown')} bad={!queues} />
      <Figure label="Jobs failed, all tenants" value={String(sum('failed') ?? 'unknown')} bad={!queues} />
    </dl>
  );
}

const stateWord = ({ status, ms }: StatusView['stores']['postgres']): string =>
  status === 'ok' ? `${ms} ms` : 'no answer';

function Figure({ label, value, bad }: { label: string; value: string; bad: boolean }) {
  return (
    <div className="min-w-0 bg-surface px-4 py-3.5 last:max-sm:col-span-2">
      <dt className="text-[13px] text-muted">{label}</dt>
      <dd
        className={cn(
          'mt-1 truncate text-xl leading-8 font-semibold tracking-tight tabular-nums',
          bad && 'text-danger',
        )}
      >
        {value}
      </dd>
    </div>
  );
}

function Processes({ instances }: { instances: InstanceView[] | null }) {
  return (
    <Card aria-labelledby="processes" className="overflow-hidden">
      <CardHeader id="processes" title="Processes" description="Each says every few seconds that it runs." />
      {instances === null || instances.length === 0 ? (
        <p className="border-t border-border px-4 py-4 text-sm text-muted">
          {instances ? 'None has said anything yet.' : 'Not known while Redis is away.'}
        </p>
      ) : (
        <Table label="Processes">
          <thead>
            <tr>
              <Th>Process</Th>
              <Th>Release</Th>
              <Th className="max-sm:hidden">Runs since</Th>
              <Th>Vendors</Th>
            </tr>
          </thead>
          <tbody>
            {instances.map((instance) => (
              <Process key={instance.id} instance={instance} />
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

const tones = { closed: 'success', 'half-open': 'warning', open: 'danger' } as const;
const words = { closed: 'answers', 'half-open': 'being tried', open: 'not called' } as const;

function Process({ instance }: { instance: InstanceView }) {
  const format = useFormat();
  const { organization } = useMe();
  const { service, id, release, startedAt, breakers } = instance;
  return (
    <Tr>
      <Td className="whitespace-nowrap">
        <span className="font-medium">{service === 'api' ? 'API' : 'Worker'}</span>{' '}
        <span className="font-mono text-xs text-muted">{id}</span>
      </Td>
      <Td className="max-w-40 truncate font-mono text-xs" title={release}>
        {release}
      </Td>
      <Td className="whitespace-nowrap tabular-nums max-sm:hidden">
        {format.moment(startedAt, organization.zone)}
      </Td>
      <Td>
        <span className="flex flex-wrap gap-1.5">
          {breakers.length === 0 && <span className="text-muted">none in use</span>}
          {breakers.map(({ upstream, state }) => (
            <Badge key={upstream} tone={tones[state]}>
              {jobWords(upstream)} {words[state]}
            </Badge>
          ))}
        </span>
      </Td>
    </Tr>
  );
}
