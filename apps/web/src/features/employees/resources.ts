import { getListEmployeesUrl } from '@vaktplan/api-client';
import { EmployeePage, type ListEmployeesQuery } from '@vaktplan/contracts/http/employees';
import { resource } from '@/lib/resource';

export type EmployeeFilter = Pick<ListEmployeesQuery, 'search' | 'status' | 'departmentId'>;

const pageSize = 100;

export const employeesResource = (filter: EmployeeFilter, cursor?: string) =>
  resource(getListEmployeesUrl({ ...filter, limit: pageSize, cursor }), EmployeePage);
