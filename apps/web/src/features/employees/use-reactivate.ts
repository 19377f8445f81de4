'use client';
import { getReactivateEmployeesUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import type { EmployeeView } from '@vaktplan/contracts/http/employees';
import { toast } from '@vaktplan/ui';
import { write } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';

/** Lets a deactivated person be scheduled again. */
export function useReactivate() {
  const t = useWords('people');
  const wordsOf = useProblemWords();
  const client = useQueryClient();
  return async ({ id, name, version }: EmployeeView) => {
    try {
      await write('POST', getReactivateEmployeesUrl(id), { version });
      toast.success(t('reactivated', { name }));
    } catch (error) {
      toast.error(wordsOf(asProblem(error)));
    }
    await client.invalidateQueries({ queryKey: ['employees'] });
  };
}
