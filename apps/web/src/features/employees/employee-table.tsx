'use client';
import type { EmployeeView } from '@vaktplan/contracts/http/employees';
import {
  Avatar,
  Badge,
  Button,
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
  Table,
  Td,
  Th,
  Tr,
} from '@vaktplan/ui';
import { ClipboardCheck, MailPlus, MoreHorizontal, Pencil, UserCheck, UserX } from 'lucide-react';
import Link from 'next/link';
import { departmentsResource, positionsResource } from '@/features/organization/resources';
import { useFormat, useMay, useMe } from '@/features/shell/me';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';

export type EmployeeAction = 'edit' | 'invite' | 'deactivate' | 'reactivate';
type OnAction = (action: EmployeeAction, employee: EmployeeView) => void;

const tones = { active: 'success', invited: 'accent', deactivated: 'neutral' } as const;

/** One line a person; on a narrow screen only name, state and menu. */
export function EmployeeTable({ employees, onAction }: { employees: EmployeeView[]; onAction: OnAction }) {
  const t = useWords('people');
  const departments = useNames(departmentsResource);
  const positions = useNames(positionsResource);
  const seesPay = employees.some((employee) => employee.hourlyMinor !== null);
  return (
    <Table label={useWords('shell')('employees')}>
      <thead>
        <tr>
          <Th>{t('name')}</Th>
          <Th className="max-md:hidden">{t('department')}</Th>
          <Th className="max-lg:hidden">{t('positions')}</Th>
          <Th className="text-end max-lg:hidden">{t('hoursAWeek')}</Th>
          {seesPay && <Th className="text-end max-lg:hidden">{t('hourlyPay')}</Th>}
          <Th className="max-sm:px-2">{t('state')}</Th>
          <Th className="w-12">
            <span className="sr-only">{t('actions')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {employees.map((employee) => (
          <Row
            key={employee.id}
            employee={employee}
            departments={namesOf(employee.departmentIds, departments)}
            positions={namesOf(employee.positionIds, positions)}
            seesPay={seesPay}
            onAction={onAction}
          />
        ))}
      </tbody>
    </Table>
  );
}

function useNames(list: typeof departmentsResource | typeof positionsResource): Map<string, string> {
  const data: { id: string; name: string }[] =
    useResource<{ data: { id: string; name: string }[] }>(list).data?.data ?? [];
  return new Map(data.map((one) => [one.id, one.name]));
}

const namesOf = (ids: string[], names: Map<string, string>) =>
  ids
    .map((id) => names.get(id))
    .filter(Boolean)
    .join(', ');

type RowProps = {
  employee: EmployeeView;
  departments: string;
  positions: string;
  seesPay: boolean;
  onAction: OnAction;
};

function Row({ employee, departments, positions, seesPay, onAction }: RowProps) {
  const t = useWords('people');
  const format = useFormat();
  const { organization } = useMe();
  const week = employee.contract?.minutesPerWeek;
  return (
    <Tr className="hover:bg-surface-2/60">
      <Td className="h-14 w-2/5 max-w-0 max-md:w-full">
        <div className="flex items-center gap-3">
          <Avatar id={employee.id} name={employee.name} />
          <div className="min-w-0">
            <p className="truncate font-medium">{employee.name}</p>
            <p dir="auto" className="truncate text-[13px] text-muted rtl:text-right">
              {[employee.number, employee.email].filter(Boolean).join(' · ')}
            </p>
          </div>
        </div>
      </Td>
      <Td className="max-w-48 truncate max-md:hidden">{departments}</Td>
      <Td className="max-w-56 truncate max-lg:hidden">{positions}</Td>
      <Td className="text-end tabular-nums max-lg:hidden">
        {week === null || week === undefined ? '–' : format.hours(week)}
      </Td>
      {seesPay && (
        <Td className="text-end tabular-nums max-lg:hidden">
          {employee.hourlyMinor === null ? '–' : format.money(employee.hourlyMinor, organization.currency)}
        </Td>
      )}
      <Td className="max-sm:px-2">
        <Badge tone={tones[employee.status]}>{t(`state_${employee.status}`)}</Badge>
      </Td>
      <Td className="ps-0">
        <RowMenu employee={employee} onAction={onAction} />
      </Td>
    </Tr>
  );
}

function RowMenu({ employee, onAction }: { employee: EmployeeView; onAction: OnAction }) {
  const t = useWords('people');
  const { update, invite, deactivate } = employee.abilities;
  const approves = useMay('timesheet:approve');
  if (!update && !invite && !deactivate && !approves) return null;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t('actionsFor', { name: employee.name })}>
          <MoreHorizontal />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {update && (
          <DropdownMenuItem onSelect={() => onAction('edit', employee)}>
            <Pencil />
            {t('editOne')}
          </DropdownMenuItem>
        )}
        {approves && (
          <DropdownMenuItem asChild>
            <Link href={`/timesheets/${employee.id}`}>
              <ClipboardCheck />
              {t('hoursOf')}
            </Link>
          </DropdownMenuItem>
        )}
        {invite && (
          <DropdownMenuItem onSelect={() => onAction('invite', employee)}>
            <MailPlus />
            {t(employee.status === 'invited' ? 'inviteAgain' : 'invite')}
          </DropdownMenuItem>
        )}
        {deactivate && employee.status === 'deactivated' && (
          <DropdownMenuItem onSelect={() => onAction('reactivate', employee)}>
            <UserCheck />
            {t('reactivate')}
          </DropdownMenuItem>
        )}
        {deactivate && employee.status !== 'deactivated' && (
          <DropdownMenuItem danger onSelect={() => onAction('deactivate', employee)}>
            <UserX />
            {t('deactivate')}
          </DropdownMenuItem>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
