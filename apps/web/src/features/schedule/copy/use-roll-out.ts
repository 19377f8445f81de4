'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RollOutResult } from '@vaktplan/contracts/http/roll-out';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { write } from '@/lib/api';
import type { ApiProblem } from '@/lib/problem';
import { bodyKey } from './body-key';

/** A request that makes shifts, without `dryRun`; undefined while the form is not complete. */
export type RollOutRequest = { path: string; body: Record<string, unknown> } | undefined;

const schema = () => import('@vaktplan/contracts/http/roll-out').then((contracts) => contracts.RollOutResult);

/** What a copy or a template would do, asked whenever the request changes; and doing it. */
export function useRollOut(
  request: RollOutRequest,
  onDone: (result: RollOutResult, foretold: RollOutResult | undefined) => void,
) {
  const client = useQueryClient();
  const [attempt] = useState(() => uuidv7());
  const preview = useQuery<RollOutResult, ApiProblem>({
    queryKey: ['roll-out', request],
    enabled: request !== undefined,
    queryFn: () => write('POST', request?.path ?? '', { body: { ...request?.body, dryRun: true }, schema }),
    placeholderData: (previous) => previous,
    staleTime: 0,
    gcTime: 0,
  });
  const apply = useMutation<RollOutResult, ApiProblem>({
    mutationFn: () =>
      write('POST', request?.path ?? '', {
        body: { ...request?.body, dryRun: false },
        schema,
        idempotencyKey: bodyKey(attempt, request),
      }),
    onSuccess: (result) => {
      void client.invalidateQueries({ queryKey: ['shifts'] });
      onDone(result, preview.data);
    },
  });
  return { preview, apply };
}
