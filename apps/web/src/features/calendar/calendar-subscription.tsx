'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CalendarFeedView } from '@vaktplan/contracts/http/calendar-feeds';
import { Button, Skeleton, toast } from '@vaktplan/ui';
import { CalendarPlus } from 'lucide-react';
import { write } from '@/lib/api';
import type { ApiProblem } from '@/lib/problem';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { CalendarAddress } from './calendar-address';
import { calendarFeedsResource } from './resources';

type Subject = { kind: 'employee' } | { kind: 'location'; locationId: string };
type Change = { method: 'POST' | 'DELETE'; path: string; body?: unknown; said: string };

/** One's subscription to own shifts or to a location: made, shown, renewed, ended. */
export function CalendarSubscription({ subject }: { subject: Subject }) {
  const t = useWords('calendar');
  const wordsOf = useProblemWords();
  const client = useQueryClient();
  const query = useResource(calendarFeedsResource);
  const change = useMutation<void, ApiProblem, Change>({
    mutationFn: ({ method, path, body }) => write(method, `/calendar-feeds${path}`, { body }),
    onSuccess: async (_, { said }) => {
      await client.invalidateQueries({ queryKey: ['calendar-feeds'] });
      toast.success(said);
    },
    onError: (problem) => toast.error(wordsOf(problem), { description: problem.correlationId }),
  });
  const isThis = (feed: CalendarFeedView) =>
    feed.kind === subject.kind && (subject.kind === 'employee' || feed.locationId === subject.locationId);
  return (
    <QueryRegion query={query} loading={<Skeleton className="h-24" />}>
      {({ data }) => {
        const feed = data.find(isThis);
        if (!feed)
          return (
            <div className="grid gap-3">
              <p className="text-sm text-muted">{t(subject.kind === 'employee' ? 'own' : 'location')}</p>
              <Button
                className="justify-self-start"
                loading={change.isPending}
                onClick={() => change.mutate({ method: 'POST', path: '', body: subject, said: t('ready') })}
              >
                <CalendarPlus /> {t('get')}
              </Button>
            </div>
          );
        return (
          <CalendarAddress
            key={feed.id}
            feed={feed}
            busy={change.isPending}
            onRenew={() =>
              change.mutate({
                method: 'POST',
                path: `/${feed.id}/renew`,
                said: t('renewed'),
              })
            }
            onRevoke={() => change.mutate({ method: 'DELETE', path: `/${feed.id}`, said: t('ended') })}
          />
        );
      }}
    </QueryRegion>
  );
}
