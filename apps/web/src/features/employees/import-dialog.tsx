'use client';
import { getImportEmployeesUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { ImportEmployeesSchema, ImportResult } from '@vaktplan/contracts/http/employees';
import { Button, Dialog, DialogContent, Field, Input, NativeSelect } from '@vaktplan/ui';
import { useState } from 'react';
import { FormProblem } from '@/features/account/form-parts';
import { departmentsResource, locationsResource } from '@/features/organization/resources';
import { write } from '@/lib/api';
import { useContractForm } from '@/lib/use-contract-form';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { ImportRows } from './import-rows';

const formId = 'import-form';
const columns = 'name, email, number, department, position, hourly_rate, hours_per_week';

/** Checks a CSV file first (nothing is stored), shows a result per row, then imports it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('people');
  const cancel = useWords('app')('cancel');
  const client = useQueryClient();
  const departments = useResource(departmentsResource).data?.data ?? [];
  const locations = useResource(locationsResource).data?.data ?? [];
  const [result, setResult] = useState<ImportResult>();
  const form = useContractForm(ImportEmployeesSchema, { csv: '', departmentId: '', dryRun: true });
  const { errors, isSubmitting } = form.formState;
  const checked = result?.rows.some((row) => row.result === 'would_create') ?? false;
  const imported = (result?.created ?? 0) > 0 && !checked;

  const submit = form.submitWith(async (value, idempotencyKey) => {
    const body = { ...value, dryRun: !checked };
    const key = checked ? undefined : idempotencyKey;
    const answer = await write('POST', getImportEmployeesUrl(), {
      body,
      schema: ImportResult,
      idempotencyKey: key,
    });
    setResult(answer);
    if (!body.dryRun) await client.invalidateQueries({ queryKey: ['employees'] });
  });
  const startAgain = () => setResult(undefined);
  const readFile = async (file: File | undefined) => {
    startAgain();
    form.setValue('csv', file ? await file.text() : '', { shouldValidate: Boolean(file) });
  };
  const canImport = result?.rows.filter((row) => row.result === 'would_create').length ?? 0;

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('importTitle')}
        description={t('importHint')}
        className="sm:max-w-2xl"
        footer={
          <>
            <Button onClick={onClose}>{imported ? t('importDone') : cancel}</Button>
            {!imported && (
              <Button type="submit" form={formId} variant="primary" loading={isSubmitting}>
                {checked ? t('importPeople', { count: canImport }) : t('importCheck')}
              </Button>
            )}
          </>
        }
      >
        <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
          <FormProblem message={form.rootError} />
          <Field
            label={t('file')}
            hint={t('columns', { columns })}
            error={errors.csv && t('fileWrong')}
            required
          >
            <Input
              type="file"
              accept=".csv,text/csv"
              onChange={(event) => void readFile(event.target.files?.[0])}
              className="h-10 py-2 file:me-3 file:font-medium"
            />
          </Field>
          <Field
            label={t('department')}
            hint={t('departmentHint')}
            error={errors.departmentId && t('departmentWrong')}
            required
          >
            <NativeSelect {...form.register('departmentId', { onChange: startAgain })}>
              <option value="">{t('choose')}</option>
              {departments.map((department) => (
                <option key={department.id} value={department.id}>
                  {locations.find((location) => location.id === department.locationId)?.name} –{' '}
                  {department.name}
                </option>
              ))}
            </NativeSelect>
          </Field>
          {result && <ImportRows result={result} />}
        </form>
      </DialogContent>
    </Dialog>
  );
}
