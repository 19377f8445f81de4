'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { PublishPreview, UnpublishResult } from '@vaktplan/contracts/http/schedules';
import { Button, DialogContent, EmptyState, Skeleton, toast } from '@vaktplan/ui';
import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { write } from '@/lib/api';
import type { ApiProblem } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { QueryRegion } from '@/lib/query-region';
import { useWords } from '@/lib/words';
import { PublishAudience, notifyOf, type Audience } from './publish-audience';
import { PublishChanges } from './publish-changes';

type TakeBackProps = {
  /** A range, or a selection of it. */
  scope: object;
  description: string;
  onBack: () => void;
  onDone: (result: UnpublishResult) => void;
};

/** From whom taking back takes which shifts, and whom to tell. The plan itself stays. */
export function TakeBack({ scope, description, onBack, onDone }: TakeBackProps) {
  const t = useWords('planPublish');
  const wordsOf = useProblemWords();
  const [audience, setAudience] = useState<Audience>({ notify: 'affected', employeeIds: [] });
  const preview = useQuery<PublishPreview, ApiProblem>({
    queryKey: ['take-back-preview', scope],
    queryFn: () =>
      write('POST', '/schedules/publish/preview', {
        body: { ...scope, takeBack: true },
        schema: PublishPreview,
      }),
    staleTime: 0,
    gcTime: 0,
  });
  const unpublish = useMutation<UnpublishResult, ApiProblem>({
    mutationFn: () => {
      const body = { ...scope, ...notifyOf(audience) };
      return write('POST', '/schedules/unpublish', { body, schema: UnpublishResult });
    },
    onSuccess: onDone,
    onError: (problem) => {
      toast.error(wordsOf(problem), { description: problem.correlationId });
      void preview.refetch();
    },
  });
  return (
    <DialogContent
      className="sm:max-w-xl"
      title={t('takeBackTitle')}
      description={description}
      footer={
        <>
          <Button onClick={onBack}>{t('back')}</Button>
          <Button
            variant="danger"
            loading={unpublish.isPending}
            disabled={(preview.data?.removed ?? 0) === 0}
            onClick={() => unpublish.mutate()}
          >
            {t('takeBack')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        <p className="text-sm">{t('takeBackHint')}</p>
        <QueryRegion
          query={preview}
          loading={<Skeleton className="h-24" />}
          isEmpty={({ removed }) => removed === 0}
          empty={<EmptyState icon={<EyeOff />} title={t('nothingPublished')} description={t('nobodySees')} />}
        >
          {(data) => (
            <>
              <PublishAudience preview={data} value={audience} onChange={setAudience} />
              <PublishChanges preview={data} />
            </>
          )}
        </QueryRegion>
      </div>
    </DialogContent>
  );
}
