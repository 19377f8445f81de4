'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { PublishPreview, PublishResult } from '@vaktplan/contracts/http/schedules';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { Button, Dialog, DialogContent, EmptyState, ErrorState, Skeleton, toast } from '@vaktplan/ui';
import { CheckCheck, Send } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useFormat } from '@/features/shell/me';
import { write } from '@/lib/api';
import type { ApiProblem } from '@/lib/problem';
import { PublishAudience, notifyOf, type Audience } from './publish-audience';
import { PublishChanges } from './publish-changes';
import { PublishRange, type Range } from './publish-range';
import { TakeBack } from './take-back';

type PublishDialogProps = {
  range: Range;
  roster: RosterView;
  /** A selection; left out: all of the range. */
  shiftIds?: readonly string[] | undefined;
  onClose: () => void;
};

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const toldWords = (count: number): string =>
  count === 0 ? 'Nobody is notified.' : `${plural(count, 'person is', 'people are')} notified.`;

/** What publishing changes for whom, whom to tell, and the one button. */
export function PublishDialog({ onClose, ...rest }: PublishDialogProps) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <PublishBody onClose={onClose} {...rest} />
    </Dialog>
  );
}

function PublishBody({ range: shown, roster, shiftIds, onClose }: PublishDialogProps) {
  const client = useQueryClient();
  const format = useFormat();
  const [range, setRange] = useState(shown);
  const [audience, setAudience] = useState<Audience>({ notify: 'affected', employeeIds: [] });
  const [takingBack, setTakingBack] = useState(false);
  const [key] = useState(() => uuidv7());
  const scope = shiftIds ? { ...shown, shiftIds } : range;
  const preview = useQuery<PublishPreview, ApiProblem>({
    queryKey: ['publish-preview', scope],
    queryFn: () => write('POST', '/schedules/publish/preview', { body: scope, schema: PublishPreview }),
    staleTime: 0,
    gcTime: 0,
  });
  const done = (title: string, description: string) => {
    void client.invalidateQueries({ queryKey: ['shifts'] });
    toast.success(title, { description });
    onClose();
  };
  const onError = (problem: ApiProblem) => {
    toast.error(problem.detail, { description: problem.correlationId });
    void preview.refetch();
  };
  const publish = useMutation<PublishResult, ApiProblem>({
    mutationFn: () => {
      const body = { ...scope, ...notifyOf(audience) };
      const idempotencyKey = `${key}-${preview.dataUpdatedAt}-${hashOf(body)}`;
      return write('POST', '/schedules/publish', { body, schema: PublishResult, idempotencyKey });
    },
    onSuccess: (result) =>
      done(`Published ${plural(result.published + result.removed, 'change')}`, toldWords(result.notified)),
    onError,
  });
  const described = shiftIds
    ? plural(shiftIds.length, 'selected shift')
    : format.range(range.startDate, range.endDate);
  if (takingBack)
    return (
      <TakeBack
        scope={scope}
        description={described}
        onBack={() => setTakingBack(false)}
        onDone={({ unpublished, notified }) =>
          done(`Taken back: ${plural(unpublished, 'shift')}`, toldWords(notified))
        }
      />
    );
  const data = preview.data;
  const total = data ? data.added + data.changed + data.removed : 0;
  const idle = total === 0 || publish.isPending || preview.isFetching;
  return (
    <DialogContent
      className="sm:max-w-xl"
      title="Publish schedule"
      description={described}
      footer={
        <>
          <Button variant="ghost" className="mr-auto" onClick={() => setTakingBack(true)}>
            Take back…
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <FirstButton disabled={idle} onClick={() => publish.mutate()}>
            <Send />{' '}
            {publish.isPending ? 'Publishing…' : `Publish ${total > 0 ? plural(total, 'change') : ''}`}
          </FirstButton>
        </>
      }
    >
      <div className="grid gap-4">
        {!shiftIds && <PublishRange roster={roster} value={range} onChange={setRange} />}
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
            description={shiftIds ? 'Employees see exactly these shifts.' : 'Employees see exactly this.'}
          />
        )}
        {data && total > 0 && (
          <>
            {/* before a list that may be of sixty people */}
            <PublishAudience preview={data} value={audience} onChange={setAudience} />
            <PublishChanges preview={data} />
          </>
        )}
      </div>
    </DialogContent>
  );
}

/** Has the focus when the dialog opens, so that Enter publishes; not gone from it while the changes are on their way. */
function FirstButton({ disabled, onClick, ...props }: React.ComponentProps<typeof Button>) {
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <Button
      ref={ref}
      variant="primary"
      aria-disabled={disabled}
      onClick={disabled ? undefined : onClick}
      {...props}
    />
  );
}

/** Another body needs another key; the same one sent again needs the same. */
const hashOf = (body: object): string => {
  let hash = 0;
  for (const character of JSON.stringify(body)) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  return (hash >>> 0).toString(36);
};
