import type { InstanceView, StatusView } from '@vaktplan/contracts/http/status';
import { Badge, Card, CardHeader, cn } from '@vaktplan/ui';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useMe } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import { ageWords, jobWords, troublesOf, type OperationWords } from './words';

/** The server of this page, as it was when it made it. */
export type WebServer = { release: string; api: BreakerState };
type BreakerState = InstanceView['breakers'][number]['state'];

/** The verdict first, then the figures behind it, then each process. */
export function Overview({ view, web }: { view: StatusView; web: WebServer }) {
  const t = useWords('operations');
  return (
    <>
      <Verdict troubles={troublesOf(t, view)} />
      <Figures view={view} />
      <Processes instances={view.instances} web={web} />
    </>
  );
}

function Verdict({ troubles }: { troubles: string[] }) {
  const t = useWords('operations');
  const well = troubles.length === 0;
  const Icon = well ? CircleCheck : TriangleAlert;
  return (
    <Card role="status" aria-label={t('verdict')} className="flex gap-3 px-4 py-3.5">
      <Icon
        aria-hidden="true"
        className={cn('mt-0.5 size-5 shrink-0', well ? 'text-success' : 'text-warning')}
      />
      <div className="min-w-0">
        <h2 className="font-semibold">{t(well ? 'well' : 'attention')}</h2>
        {well ? (
          <p className="text-[13px] text-muted">{t('wellHint')}</p>
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
  const t = useWords('operations');
  const sum = (of: 'waiting' | 'failed') => queues?.reduce((total, queue) => total + queue[of], 0);
  const lag = relayLagSeconds === null ? t('unknown') : ageWords(t, relayLagSeconds);
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-border bg-border shadow-card sm:grid-cols-3 lg:grid-cols-5">
      <Figure label="Postgres" value={stateWord(t, stores.postgres)} bad={stores.postgres.status !== 'ok'} />
      <Figure label="Redis" value={stateWord(t, stores.redis)} bad={stores.redis.status !== 'ok'} />
      <Figure label={t('delay')} value={lag} bad={relayLagSeconds === null || relayLagSeconds > 60} />
      <Figure label={t('jobsWaiting')} value={String(sum('waiting') ?? t('unknown'))} bad={!queues} />
      <Figure label={t('jobsFailed')} value={String(sum('failed') ?? t('unknown'))} bad={!queues} />
    </dl>
  );
}

const stateWord = (t: OperationWords, { status, ms }: StatusView['stores']['postgres']): string =>
  status === 'ok' ? t('milliseconds', { count: ms }) : t('noAnswer');

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

function Processes({ instances, web }: { instances: InstanceView[] | null; web: WebServer }) {
  const t = useWords('operations');
  return (
    <Card aria-labelledby="processes" className="overflow-hidden">
      <CardHeader id="processes" title={t('processes')} description={t('processesHint')} />
      <ul aria-label={t('processes')} className="divide-y divide-border border-t border-border">
        {instances?.map((instance) => (
          <Process key={instance.id} instance={instance} />
        ))}
        <ProcessLine name={t('web')} about={t('releaseOfWeb', { release: web.release })}>
          <VendorBadge upstream="api" state={web.api} />
        </ProcessLine>
        {instances === null && <li className="px-4 py-3 text-sm text-muted">{t('othersUnknown')}</li>}
      </ul>
    </Card>
  );
}

const tones = { closed: 'success', 'half-open': 'warning', open: 'danger' } as const;
const sayings = { closed: 'vendor_closed', 'half-open': 'vendor_trying', open: 'vendor_open' } as const;

function VendorBadge({ upstream, state }: { upstream: string; state: BreakerState }) {
  const t = useWords('operations');
  const name = upstream === 'api' ? t('api') : jobWords(t, upstream);
  return <Badge tone={tones[state]}>{t(sayings[state], { upstream: name })}</Badge>;
}

function Process({ instance }: { instance: InstanceView }) {
  const t = useWords('operations');
  const format = useFormat();
  const { organization } = useMe();
  const { service, id, release, startedAt, breakers } = instance;
  return (
    <ProcessLine
      name={t(service)}
      id={id}
      about={t('releaseSince', { release, when: format.moment(startedAt, organization.zone) })}
    >
      {breakers.map((breaker) => (
        <VendorBadge key={breaker.upstream} {...breaker} />
      ))}
    </ProcessLine>
  );
}

type ProcessLineProps = { name: string; id?: string; about: string; children: ReactNode };

function ProcessLine({ name, id, about, children }: ProcessLineProps) {
  return (
    <li className="flex items-center gap-x-6 gap-y-1.5 px-4 py-3 text-sm max-sm:flex-col max-sm:items-start">
      <p className="whitespace-nowrap sm:w-44">
        <span className="font-medium">{name}</span> <span className="font-mono text-xs text-muted">{id}</span>
      </p>
      <p className="min-w-0 text-[13px] break-all text-muted tabular-nums sm:w-72">{about}</p>
      <div className="flex min-w-0 flex-1 flex-wrap gap-1.5">{children}</div>
    </li>
  );
}
