'use client';
import { getDeactivateEmployeesUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { DeactivateEmployeeSchema, type EmployeeView } from '@vaktplan/contracts/http/employees';
import { Button, Dialog, DialogContent, Field, Input, toast } from '@vaktplan/ui';
import { FormProblem } from '@/features/account/form-parts';
import { useToday } from '@/features/shell/use-today';
import { write } from '@/lib/api';
import { useContractForm } from '@/lib/use-contract-form';
import { useWords } from '@/lib/words';

const formId = 'deactivate-form';

/** Ends scheduling after a last day. History stays. */
export function DeactivateDialog({ employee, onClose }: { employee: EmployeeView; onClose: () => void }) {
  const t = useWords('people');
  const cancel = useWords('app')('cancel');
  const client = useQueryClient();
  const form = useContractForm(DeactivateEmployeeSchema, { lastDay: useToday() });
  const { errors, isSubmitting } = form.formState;
  const submit = form.submitWith(async (body, idempotencyKey) => {
    await write('POST', getDeactivateEmployeesUrl(employee.id), {
      body,
      version: employee.version,
      idempotencyKey,
    });
    await client.invalidateQueries({ queryKey: ['employees'] });
    toast.success(t('deactivated', { name: employee.name }));
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('deactivateTitle', { name: employee.name })}
        description={t('deactivateHint')}
        footer={
          <>
            <Button onClick={onClose}>{cancel}</Button>
            <Button type="submit" form={formId} variant="danger" loading={isSubmitting}>
              {t('deactivate')}
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
          <FormProblem message={form.rootError} />
          <Field label={t('lastDay')} error={errors.lastDay?.message}>
            <Input {...form.register('lastDay')} type="date" />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
