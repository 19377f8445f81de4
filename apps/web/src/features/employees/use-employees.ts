'use client';
import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import type { EmployeePage } from '@vaktplan/contracts/http/employees';
import { read } from '@/lib/api';
import type { ApiProblem } from '@/lib/problem';
import { keyOf } from '@/lib/resource';
import { employeesResource, type EmployeeFilter } from './resources';

/** Employees in pages of 100; the old list stays in sight while a search runs. */
export const useEmployees = (filter: EmployeeFilter) =>
  useInfiniteQuery<
    EmployeePage,
    ApiProblem,
    InfiniteData<EmployeePage>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: [...keyOf(employeesResource(filter)), 'pages'],
    queryFn: ({ pageParam, signal }) => read(employeesResource(filter, pageParam), signal),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.meta.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  });
