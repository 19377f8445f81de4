'use client';
import { useQuery } from '@tanstack/react-query';
import {
  Badge,
  Button,
  Card,
  CardHeader,
  Dialog,
  DialogContent,
  Loading,
  Skeleton,
  toast,
} from '@vaktplan/ui';
import { useState } from 'react';
import { endTwoSteps, hasTwoSteps } from '@/lib/auth';
import type { ApiProblem } from '@/lib/problem';
import { QueryRegion } from '@/lib/query-region';
import { useWords } from '@/lib/words';
import { PasswordStep, TwoStepSetUp } from './two-step-set-up';

/** A code from a phone beside the password: on, off. */
export function TwoStepSettings() {
  const query = useQuery<boolean, ApiProblem>({ queryKey: ['account', 'two-steps'], queryFn: hasTwoSteps });
  const t = useWords('profile');
  const [open, setOpen] = useState<'set-up' | 'end'>();
  const close = () => {
    setOpen(undefined);
    void query.refetch();
  };
  return (
    <Card aria-labelledby="two-steps">
      <CardHeader id="two-steps" title={t('twoStep')} description={t('twoStepHint')} />
      <div className="border-t border-border p-4">
        <QueryRegion query={query} loading={<StateLoading />}>
          {(on) => (
            <div className="flex flex-wrap items-center gap-4">
              <Badge tone={on ? 'success' : 'neutral'}>{t(on ? 'on' : 'off')}</Badge>
              <Button onClick={() => setOpen(on ? 'end' : 'set-up')}>{t(on ? 'turnOff' : 'setUp')}</Button>
            </div>
          )}
        </QueryRegion>
      </div>
      <Dialog open={open !== undefined} onOpenChange={(shown) => !shown && close()}>
        <DialogContent title={t(open === 'end' ? 'twoStepEnd' : 'twoStepSetUp')}>
          {open === 'end' ? (
            <PasswordStep
              action={t('turnOff')}
              onPassword={async (password) => {
                await endTwoSteps(password);
                toast.success(t('twoStepOff'));
                close();
              }}
            />
          ) : (
            <TwoStepSetUp onDone={close} />
          )}
        </DialogContent>
      </Dialog>
    </Card>
  );
}

const StateLoading = () => (
  <Loading label={useWords('app')('loading')}>
    <Skeleton className="h-9 w-40" />
  </Loading>
);
