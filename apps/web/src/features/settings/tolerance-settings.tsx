'use client';
import { getSetTolerancePayPeriodsUrl, getTolerancesPayPeriodsUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { ToleranceList, type ToleranceView } from '@vaktplan/contracts/http/pay-periods';
import { Button, Card, CardHeader, Field, Input, Loading, Skeleton, Switch, toast } from '@vaktplan/ui';
import { useState } from 'react';
import { write } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { QueryRegion } from '@/lib/query-region';
import { keyOf, resource } from '@/lib/resource';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';

const tolerancesResource = resource(getTolerancesPayPeriodsUrl(), ToleranceList);
const FIELDS = [
  ['startMinutes', 'start', 240],
  ['endMinutes', 'end', 240],
  ['totalMinutes', 'sum', 480],
] as const;

/** For each location: minutes that hours may lie from the plan, and whether those within are approved by themselves. */
export function ToleranceSettings() {
  const t = useWords('payRules');
  const query = useResource(tolerancesResource);
  return (
    <Card aria-labelledby="tolerances">
      <CardHeader id="tolerances" title={t('tolerances')} description={t('tolerancesLead')} />
      <QueryRegion
        query={query}
        loading={
          <Loading label={t('loadingTolerances')} className="border-t border-border p-4">
            <Skeleton className="h-20" />
          </Loading>
        }
      >
        {(list) => (
          <ul className="divide-y divide-border border-t border-border">
            {list.data.map((tolerance) => (
              <Row key={`${tolerance.locationId}-${tolerance.version}`} tolerance={tolerance} />
            ))}
          </ul>
        )}
      </QueryRegion>
    </Card>
  );
}

function Row({ tolerance }: { tolerance: ToleranceView }) {
  const t = useWords('payRules');
  const app = useWords('app');
  const wordsOf = useProblemWords();
  const client = useQueryClient();
  const { locationId, locationName, version, abilities, ...values } = tolerance;
  const [value, setValue] = useState(values);
  const [busy, setBusy] = useState(false);
  const changed = JSON.stringify(value) !== JSON.stringify(values);
  const save = async () => {
    setBusy(true);
    try {
      await write('PUT', getSetTolerancePayPeriodsUrl(locationId), { body: value, version });
      toast.success(t('savedFor', { name: locationName }));
    } catch (error) {
      toast.error(wordsOf(asProblem(error)));
    }
    await client.invalidateQueries({ queryKey: keyOf(tolerancesResource) });
    setBusy(false);
  };
  return (
    <li className="flex flex-wrap items-end gap-x-4 gap-y-3 p-4">
      <p className="min-w-40 flex-1 self-center font-medium">{locationName}</p>
      {FIELDS.map(([key, name, max]) => (
        <label key={key} className="grid w-20 gap-1 text-[13px] font-medium">
          {t(name)}
          <Input
            type="number"
            min={0}
            max={max}
            aria-label={t('minutesOf', { field: t(name), place: locationName })}
            disabled={!abilities.update}
            value={value[key]}
            onChange={(event) => setValue({ ...value, [key]: Number(event.target.value) })}
          />
        </label>
      ))}
      <Field label={t('byItself')}>
        <Switch
          aria-label={t('byItselfOf', { place: locationName })}
          disabled={!abilities.update}
          checked={value.automatic}
          onCheckedChange={(automatic) => setValue({ ...value, automatic })}
        />
      </Field>
      {abilities.update && (
        <Button size="sm" disabled={!changed} loading={busy} onClick={() => void save()}>
          {app('save')}
        </Button>
      )}
    </li>
  );
}
