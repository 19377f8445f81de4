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
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
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
  const t = useWords('planPublish');
  const comma = useWords('app')('comma');
  const wordsOf = useProblemWords();
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
    toast.error(wordsOf(problem), { description: problem.correlationId });
    void preview.refetch();
  };
  const publish = useMutation<PublishResult, ApiProblem>({
    mutationFn: () => {
      const body = { ...scope, ...notifyOf(audience) };
      const idempotencyKey = `${key}-${preview.dataUpdatedAt}-${hashOf(body)}`;
      return write('POST', '/schedules/publish', { body, schema: PublishResult, idempotencyKey });
    },
    onSuccess: (result) =>
      done(
        t('published', { count: result.published + result.removed }),
        t('told', { count: result.notified }),
      ),
    onError,
  });
  const described = shiftIds
    ? t('selectedShifts', { count: shiftIds.length })
    : [format.range(range.startDate, range.endDate), ...departmentsOf(roster, range)].join(comma);
  if (takingBack)
    return (
      <TakeBack
        scope={scope}
        description={described}
        onBack={() => setTakingBack(false)}
        onDone={({ unpublished, notified }) =>
          done(t('takenBack', { count: unpublished }), t('told', { count: notified }))
        }
      />
    );
  const data = preview.data;
  const total = data ? data.added + data.changed + data.removed : 0;
  const idle = total === 0 || publish.isPending || preview.isFetching;
  return (
    <DialogContent
      className="sm:max-w-xl"
      title={t('title')}
      description={described}
      footer={
        <>
          <Button variant="ghost" className="me-auto" onClick={() => setTakingBack(true)}>
            {t('takeBackMenu')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <FirstButton disabled={idle} onClick={() => publish.mutate()}>
            <Send className="rtl:-scale-x-100" />{' '}
            {publish.isPending
              ? t('publishing')
              : total > 0
                ? t('publishSome', { count: total })
                : t('publish')}
          </FirstButton>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        {!shiftIds && <PublishRange roster={roster} value={range} onChange={setRange} />}
        {preview.isError && (
          <ErrorState
            message={wordsOf(preview.error)}
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
            title={t('allPublished')}
            description={t(shiftIds ? 'seeTheseShifts' : 'seeThis')}
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

/** The names of those the range is narrowed to. */
const departmentsOf = ({ departments }: RosterView, { departmentIds = [] }: Range): string[] =>
  departments.flatMap(({ id, name }) => (departmentIds.includes(id) ? [name] : []));

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
