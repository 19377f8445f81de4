'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  PublishPreview,
  PublishResult,
  type NotifyScope,
  type ShiftChange,
} from '@vaktplan/contracts/http/schedules';
import {
  Badge,
  Button,
  Dialog,
  DialogContent,
  EmptyState,
  ErrorState,
  Segmented,
  Skeleton,
  toast,
} from '@vaktplan/ui';
import { CheckCheck, Send } from 'lucide-react';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useFormat } from '@/features/shell/me';
import { write } from '@/lib/api';
import type { ApiProblem } from '@/lib/problem';

type Range = { locationId: string; startDate: string; endDate: string };
type PublishDialogProps = { range: Range; open: boolean; onOpenChange: (open: boolean) => void };

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What publishing changes for whom, whom to tell, and the one button. */
export function PublishDialog({ range, open, onOpenChange }: PublishDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      {open && <PublishBody range={range} onDone={() => onOpenChange(false)} />}
    </Dialog>
  );
}

function PublishBody({ range, onDone }: { range: Range; onDone: () => void }) {
  const client = useQueryClient();
  const format = useFormat();
  const [notify, setNotify] = useState<NotifyScope>('affected');
  const [key] = useState(() => uuidv7());
  const preview = useQuery<PublishPreview, ApiProblem>({
    queryKey: ['publish-preview', range],
    queryFn: () => write('POST', '/schedules/publish/preview', { body: range, schema: PublishPreview }),
    staleTime: 0,
    gcTime: 0,
  });
  const publish = useMutation<PublishResult, ApiProblem>({
    mutationFn: () =>
      write('POST', '/schedules/publish', {
        body: { ...range, notify },
        schema: PublishResult,
        idempotencyKey: `${key}-${notify}`,
      }),
    onSuccess: (result) => {
      void client.invalidateQueries({ queryKey: ['shifts'] });
      toast.success(`Published ${plural(result.published + result.removed, 'change')}`, {
        description:
          result.notified === 0
            ? 'Nobody is notified.'
            : `${plural(result.notified, 'person is', 'people are')} notified.`,
      });
      onDone();
    },
    onError: (problem) => toast.error(problem.detail, { description: problem.correlationId }),
  });
  const data = preview.data;
  const total = data ? data.added + data.changed + data.removed : 0;
  return (
    <DialogContent
      className="sm:max-w-xl"
      title="Publish schedule"
      description={format.range(range.startDate, range.endDate)}
      footer={
        <>
          <Button onClick={onDone}>Cancel</Button>
          <Button
            variant="primary"
            disabled={total === 0 || publish.isPending}
            onClick={() => publish.mutate()}
          >
            <Send />{' '}
            {publish.isPending ? 'Publishing…' : `Publish ${total > 0 ? plural(total, 'change') : ''}`}
          </Button>
        </>
      }
    >
      {preview.isError && (
        <ErrorState
          message={preview.error.detail}
          code={preview.error.code}
          correlationId={preview.error.correlationId}
          onRetry={() => void preview.refetch()}
        />
      )}
      {preview.isPending && (
        <div className="grid gap-3" aria-busy="true">
          <Skeleton className="h-6 w-56" />
          <Skeleton className="h-16" />
          <Skeleton className="h-16" />
        </div>
      )}
      {data && total === 0 && (
        <EmptyState
          icon={<CheckCheck />}
          title="Everything is published"
          description="Employees see exactly this week."
        />
      )}
      {data && total > 0 && (
        <div className="grid gap-4">
          <p className="flex flex-wrap gap-2">
            {data.added > 0 && <Badge tone="success">{data.added} new</Badge>}
            {data.changed > 0 && <Badge tone="warning">{data.changed} changed</Badge>}
            {data.removed > 0 && <Badge tone="danger">{data.removed} removed</Badge>}
          </p>
          <ul className="grid gap-3">
            {data.people.map((person) => (
              <li key={person.employeeId ?? 'open'} className="rounded-lg border border-border px-4 py-3">
                <h3 className="mb-1.5 text-sm font-semibold">{person.name}</h3>
                <ul className="grid gap-1">
                  {person.changes.map((change) => (
                    <Change key={`${change.shiftId}${change.kind}`} change={change} />
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          <div className="grid gap-1.5">
            <span className="text-[13px] font-medium">Who gets a notification</span>
            <Segmented
              aria-label="Who gets a notification"
              value={notify}
              onValueChange={setNotify}
              options={[
                { value: 'affected', label: 'Affected' },
                { value: 'all', label: 'Everybody' },
                { value: 'none', label: 'Nobody' },
              ]}
            />
          </div>
        </div>
      )}
    </DialogContent>
  );
}

const WORDS = { added: 'New', changed: 'Changed', removed: 'Removed' } as const;

function Change({ change }: { change: ShiftChange }) {
  const format = useFormat();
  const words = (side: NonNullable<ShiftChange['before']>) =>
    `${format.moment(side.startsAt, side.zone)} – ${format.time(side.endsAt, side.zone)}${side.positionName ? `, ${side.positionName}` : ''}`;
  return (
    <li className="flex flex-wrap gap-x-2 text-[13px] tabular-nums">
      <span className="w-16 text-muted">{WORDS[change.kind]}</span>
      <span className="min-w-0 flex-1">
        {change.before && (
          <span className={change.after ? 'text-muted line-through' : 'line-through'}>
            <span className="sr-only">before: </span>
            {words(change.before)}
          </span>
        )}
        {change.before && change.after && <span aria-hidden="true"> → </span>}
        {change.after && (
          <span>
            {change.before && <span className="sr-only">now: </span>}
            {words(change.after)}
          </span>
        )}
      </span>
    </li>
  );
}
