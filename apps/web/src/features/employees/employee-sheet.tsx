'use client';
import { getCreateEmployeesUrl, getUpdateEmployeesUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { CreateEmployeeSchema, EmployeeView, type CreateEmployee } from '@vaktplan/contracts/http/employees';
import { Button, buttonVariants, Field, Input, Sheet, SheetContent, toast } from '@vaktplan/ui';
import { History } from 'lucide-react';
import Link from 'next/link';
import { Controller } from 'react-hook-form';
import { FormProblem } from '@/features/account/form-parts';
import { departmentsResource, locationsResource, positionsResource } from '@/features/organization/resources';
import { useMay } from '@/features/shell/me';
import { useToday } from '@/features/shell/use-today';
import { write } from '@/lib/api';
import { CheckboxGroup } from '@/lib/controls';
import { blankAsNull, useContractForm } from '@/lib/use-contract-form';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { EmployeePin } from './employee-pin';
import { ContractFields, RateFields } from './contract-fields';

const formId = 'employee-form';

function startOf(employee: EmployeeView | undefined, today: string): CreateEmployee {
  if (!employee) {
    return {
      name: '',
      departmentIds: [],
      positionIds: [],
      contract: { from: today, to: null, minutesPerWeek: null },
    };
  }
  const { name, email, phone, number, departmentIds, positionIds, contract } = employee;
  return { name, email, phone, number, departmentIds, positionIds, contract: contract ?? undefined };
}

function useChoices() {
  const locations = useResource(locationsResource).data?.data ?? [];
  const departments = useResource(departmentsResource).data?.data ?? [];
  const positions = useResource(positionsResource).data?.data ?? [];
  const placeOf = (locationId: string) => locations.find((location) => location.id === locationId)?.name;
  return {
    positions: positions.map(({ id, name, departmentId }) => ({
      id,
      name,
      hint: departments.find((department) => department.id === departmentId)?.name,
    })),
    departments: departments.map(({ id, name, locationId }) => ({ id, name, hint: placeOf(locationId) })),
  };
}

/** Adds a person, or with `employee` edits one: then only what was changed is sent. */
export function EmployeeSheet({ employee, onClose }: { employee?: EmployeeView; onClose: () => void }) {
  const t = useWords('people');
  const app = useWords('app');
  const client = useQueryClient();
  const today = useToday();
  const seesPay = useMay('pay:read');
  const choices = useChoices();
  const form = useContractForm(CreateEmployeeSchema, startOf(employee, today));
  const { errors, isSubmitting, dirtyFields } = form.formState;

  const submit = form.submitWith(async (value, idempotencyKey) => {
    if (employee) {
      const changed = Object.entries(value).filter(([field]) => field in dirtyFields);
      await write('PATCH', getUpdateEmployeesUrl(employee.id), {
        body: Object.fromEntries(changed),
        version: employee.version,
        schema: EmployeeView,
        idempotencyKey,
      });
    } else {
      await write('POST', getCreateEmployeesUrl(), { body: value, schema: EmployeeView, idempotencyKey });
    }
    await client.invalidateQueries({ queryKey: ['employees'] });
    toast.success(t(employee ? 'saved' : 'added', { name: value.name }));
    onClose();
  });

  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={t(employee ? 'edit' : 'add')}
        description={employee?.name}
        className="max-w-[440px]"
        footer={
          <>
            <Button onClick={onClose}>{app('cancel')}</Button>
            <Button type="submit" form={formId} variant="primary" loading={isSubmitting}>
              {employee ? app('save') : t('add')}
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
          {employee && (
            <Link
              href={`/schedule/history?employee=${employee.id}`}
              className={`${buttonVariants({ variant: 'link' })} justify-self-start`}
            >
              <History /> {t('history')}
            </Link>
          )}
          <FormProblem message={form.rootError} />
          <Field label={t('name')} error={errors.name?.message} required>
            <Input {...form.register('name')} autoComplete="off" />
          </Field>
          <Field label={t('email')} hint={t('emailHint')} error={errors.email?.message} optional>
            <Input {...form.register('email', { setValueAs: blankAsNull })} type="email" autoComplete="off" />
          </Field>
          <div className="grid grid-cols-2 gap-3">
            <Field label={t('phone')} error={errors.phone?.message} optional>
              <Input {...form.register('phone', { setValueAs: blankAsNull })} type="tel" autoComplete="off" />
            </Field>
            <Field label={t('number')} error={errors.number?.message} optional>
              <Input {...form.register('number', { setValueAs: blankAsNull })} autoComplete="off" />
            </Field>
          </div>
          <Controller
            control={form.control}
            name="departmentIds"
            render={({ field }) => (
              <CheckboxGroup
                legend={t('departments')}
                none={t('departmentsNone')}
                options={choices.departments}
                value={field.value}
                onChange={field.onChange}
                error={errors.departmentIds && t('departmentsChoose')}
              />
            )}
          />
          <Controller
            control={form.control}
            name="positionIds"
            render={({ field }) => (
              <CheckboxGroup
                legend={t('positions')}
                none={t('positionsNone')}
                options={choices.positions}
                value={field.value ?? []}
                onChange={field.onChange}
                error={errors.positionIds?.message}
              />
            )}
          />
          <Controller
            control={form.control}
            name="contract"
            render={({ field }) => (
              <ContractFields
                value={field.value}
                onChange={field.onChange}
                errors={errors.contract}
                today={today}
              />
            )}
          />
          {seesPay && (
            <Controller
              control={form.control}
              name="rate"
              render={({ field }) => (
                <RateFields
                  value={field.value}
                  current={employee?.hourlyMinor ?? null}
                  onChange={field.onChange}
                  errors={errors.rate}
                  today={today}
                />
              )}
            />
          )}
        </form>
        {employee?.abilities.update && <EmployeePin employeeId={employee.id} />}
      </SheetContent>
    </Sheet>
  );
}
