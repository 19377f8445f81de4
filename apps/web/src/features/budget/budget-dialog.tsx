'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SavedForecasts, SavedRevenue, type BudgetDays } from '@vaktplan/contracts/http/budget';
import { Button, Dialog, DialogContent, Skeleton, toast } from '@vaktplan/ui';
import { useState } from 'react';
import { useFormat } from '@/features/shell/me';
import { write } from '@/lib/api';
import type { ApiProblem } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { QueryRegion } from '@/lib/query-region';
import { queryOf, useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { afterSave, FIGURES, faultOf, writesOf, type Drafts } from './budget-drafts';
import { BudgetTable } from './budget-table';
import { budgetDaysResource, type BudgetRange } from './resources';

type BudgetDialogProps = { range: BudgetRange; onClose: () => void };

/** Forecasts, targets and revenue of the days shown, typed into a small table. */
export function BudgetDialog({ range, onClose }: BudgetDialogProps) {
  const format = useFormat();
  const t = useWords('budget');
  const query = useResource(budgetDaysResource(range));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        className="sm:max-w-3xl"
        title={t('title')}
        description={t('hint', { range: format.range(range.startDate, range.endDate) })}
      >
        <QueryRegion query={query} loading={<BudgetLoading />}>
          {(data) => <BudgetForm range={range} data={data} onClose={onClose} />}
        </QueryRegion>
      </DialogContent>
    </Dialog>
  );
}

const BudgetLoading = () => (
  <div className="grid gap-2" aria-busy="true">
    {Array.from({ length: 7 }, (_, row) => (
      <Skeleton key={row} className="h-9" />
    ))}
  </div>
);

type Saved = { forecasts: SavedForecasts['data']; revenue: SavedRevenue['data'] };

function BudgetForm({ range, data, onClose }: BudgetDialogProps & { data: BudgetDays }) {
  const t = useWords('budget');
  const wordsOf = useProblemWords();
  const client = useQueryClient();
  const [drafts, setDrafts] = useState<Drafts>({});
  const [failed, setFailed] = useState<readonly string[]>([]);
  // the days as they were when typing began: what others save meanwhile must be told as a conflict, not written over
  const [days, setDays] = useState(data.days);
  const { currency } = data;
  const typed = Object.values(drafts).flatMap((draft) =>
    FIGURES.map((figure) => [figure, draft[figure]] as const),
  );
  const faulty = typed.some(([figure, text]) => faultOf(figure, text, currency) !== undefined);
  const touched = typed.some(([, text]) => text !== undefined);

  const save = useMutation<Saved, ApiProblem>({
    mutationFn: async () => {
      const { forecasts, revenue } = writesOf(days, drafts, currency);
      const { locationId } = range;
      const put = { forecasts: '/budget/forecasts', revenue: '/budget/revenue' };
      const [first, second] = await Promise.all([
        forecasts.length === 0
          ? undefined
          : write('PUT', put.forecasts, { body: { locationId, days: forecasts }, schema: SavedForecasts }),
        revenue.length === 0
          ? undefined
          : write('PUT', put.revenue, { body: { locationId, days: revenue }, schema: SavedRevenue }),
      ]);
      return { forecasts: first?.data ?? [], revenue: second?.data ?? [] };
    },
    onSuccess: (saved) => {
      const after = afterSave(days, drafts, saved);
      client.setQueryData(queryOf(budgetDaysResource(range)).queryKey, { ...data, days: after.days });
      setDays(after.days);
      setDrafts(after.drafts);
      setFailed(after.failed);
      if (after.failed.length > 0) return toast.error(t('changedMeanwhile'));
      toast.success(t('saved'));
      onClose();
    },
    onError: async (problem) => {
      toast.error(wordsOf(problem), { description: problem.correlationId });
      // one of the two may have been saved all the same
      const now = await client
        .fetchQuery({ ...queryOf(budgetDaysResource(range)), staleTime: 0 })
        .catch(() => null);
      if (now) setDays(now.days);
    },
  });

  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!faulty && touched) save.mutate();
      }}
    >
      <BudgetTable
        data={{ ...data, days }}
        drafts={drafts}
        failed={failed}
        onType={(dates, figure, text) =>
          setDrafts((known) => ({
            ...known,
            ...Object.fromEntries(dates.map((date) => [date, { ...known[date], [figure]: text }])),
          }))
        }
      />
      <div className="flex flex-wrap justify-end gap-2 max-sm:sticky max-sm:-bottom-4 max-sm:-mx-5 max-sm:-mb-4 max-sm:border-t max-sm:border-border max-sm:bg-surface max-sm:px-5 max-sm:py-3">
        <Button onClick={onClose}>{t('cancel')}</Button>
        {data.abilities.update && (
          <Button type="submit" variant="primary" disabled={!touched || faulty} loading={save.isPending}>
            {t('save')}
          </Button>
        )}
      </div>
    </form>
  );
}
