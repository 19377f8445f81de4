'use client';
import { getReactivateEmployeesUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import type { EmployeeView } from '@vaktplan/contracts/http/employees';
import { toast } from '@vaktplan/ui';
import { write } from '@/lib/api';
import { asProblem } from '@/lib/problem';

/** Lets a deactivated person be scheduled again. */
export function useReactivate() {
  const client = useQueryClient();
  return async ({ id, name, version }: EmployeeView) => {
    try {
      await write('POST', getReactivateEmployeesUrl(id), { version });
      toast.success(`${name} is active again`);
    } catch (error) {
      toast.error(asProblem(error).detail);
    }
    await client.invalidateQueries({ queryKey: ['employees'] });
  };
}
