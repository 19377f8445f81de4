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
import { PasswordStep, TwoStepSetUp } from './two-step-set-up';

/** A code from a phone beside the password: on, off. */
export function TwoStepSettings() {
  const query = useQuery<boolean, ApiProblem>({ queryKey: ['account', 'two-steps'], queryFn: hasTwoSteps });
  const [open, setOpen] = useState<'set-up' | 'end'>();
  const close = () => {
    setOpen(undefined);
    void query.refetch();
  };
  return (
    <Card aria-labelledby="two-steps">
      <CardHeader
        id="two-steps"
        title="Two-step sign-in"
        description="After the password, a six-digit code from an authenticator app."
      />
      <div className="border-t border-border p-4">
        <QueryRegion query={query} loading={<StateLoading />}>
          {(on) => (
            <div className="flex flex-wrap items-center gap-4">
              <Badge tone={on ? 'success' : 'neutral'}>{on ? 'On' : 'Off'}</Badge>
              <Button onClick={() => setOpen(on ? 'end' : 'set-up')}>{on ? 'Turn off' : 'Set up'}</Button>
            </div>
          )}
        </QueryRegion>
      </div>
      <Dialog open={open !== undefined} onOpenChange={(shown) => !shown && close()}>
        <DialogContent title={open === 'end' ? 'Turn off two-step sign-in' : 'Set up two-step sign-in'}>
          {open === 'end' ? (
            <PasswordStep
              action="Turn off"
              onPassword={async (password) => {
                await endTwoSteps(password);
                toast.success('Two-step sign-in is off');
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
  <Loading label="Loading">
    <Skeleton className="h-9 w-40" />
  </Loading>
);
