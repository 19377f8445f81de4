'use client';
import { getListTimePoliciesUrl } from '@vaktplan/api-client';
import type { TimePolicyView } from '@vaktplan/contracts/http/time-policies';
import { Button, Card, CardHeader, Loading, Skeleton } from '@vaktplan/ui';
import { useState } from 'react';
import { useFormat, useMay, useMe } from '@/features/shell/me';
import { QueryRegion } from '@/lib/query-region';
import { resource } from '@/lib/resource';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { TimeRulesDialog } from './time-rules-dialog';

const timePoliciesResource = resource(getListTimePoliciesUrl(), () =>
  import('@vaktplan/contracts/http/time-policies').then((contracts) => contracts.TimePolicyList),
);

type Scope = { locationId: string | null; name: string };

/** How punches become hours: of the organisation, and of each location that has rules of its own. */
export function TimeRulesSettings() {
  const t = useWords('timeRules');
  const query = useResource(timePoliciesResource);
  const { locations, organization } = useMe();
  const [edited, setEdited] = useState<Scope | null>(null);
  const scopes: Scope[] = [
    { locationId: null, name: organization.name },
    ...locations.map(({ id, name }) => ({ locationId: id, name })),
  ];
  return (
    <Card aria-labelledby="time-rules">
      <CardHeader id="time-rules" title={t('title')} description={t('lead')} />
      <QueryRegion
        query={query}
        loading={
          <Loading label={t('loading')} className="border-t border-border p-4">
            <Skeleton className="h-20" />
          </Loading>
        }
      >
        {({ data }) => (
          <>
            <ul className="divide-y divide-border border-t border-border">
              {scopes.map((scope) => (
                <Row
                  key={scope.locationId ?? ''}
                  scope={scope}
                  policies={data}
                  onEdit={() => setEdited(scope)}
                />
              ))}
            </ul>
            {edited && <TimeRulesDialog {...edited} policies={data} onClose={() => setEdited(null)} />}
          </>
        )}
      </QueryRegion>
    </Card>
  );
}

type RowProps = { scope: Scope; policies: readonly TimePolicyView[]; onEdit: () => void };

function Row({ scope, policies, onEdit }: RowProps) {
  const t = useWords('timeRules');
  const format = useFormat();
  const mayChange = useMay('location:manage');
  const own = policies.filter(({ locationId }) => locationId === scope.locationId);
  const last = own.at(-1);
  const words = last
    ? t('ownFrom', { day: format.longDay(last.from) })
    : scope.locationId
      ? t('asOrganization')
      : t('asPunched');
  return (
    <li className="flex items-center gap-4 px-4 py-3">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{scope.name}</span>
        <span className="block truncate text-[13px] text-muted">{words}</span>
      </span>
      {mayChange && (
        <Button size="sm" onClick={onEdit} aria-label={t('changeOf', { name: scope.name })}>
          {t('change')}
        </Button>
      )}
    </li>
  );
}
