'use client';
import { getInviteEmployeesUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { InviteEmployeeSchema, type EmployeeView } from '@vaktplan/contracts/http/employees';
import { Button, Dialog, DialogContent, Field, NativeSelect, toast } from '@vaktplan/ui';
import { FormProblem } from '@/features/account/form-parts';
import { useMay } from '@/features/shell/me';
import { write } from '@/lib/api';
import { useContractForm } from '@/lib/use-contract-form';
import { useWords } from '@/lib/words';

const formId = 'invite-form';

/** Sends the link with which a person sees their shifts and clocks in. */
export function InviteDialog({ employee, onClose }: { employee: EmployeeView; onClose: () => void }) {
  const t = useWords('people');
  const cancel = useWords('app')('cancel');
  const client = useQueryClient();
  const mayAssignRoles = useMay('role:assign');
  const form = useContractForm(InviteEmployeeSchema, { role: 'employee' });
  const submit = form.submitWith(async (invitation, idempotencyKey) => {
    await write('POST', getInviteEmployeesUrl(employee.id), { body: invitation, idempotencyKey });
    await client.invalidateQueries({ queryKey: ['employees'] });
    toast.success(t('invited', { name: employee.name }));
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('inviteTitle', { name: employee.name })}
        description={employee.email ? t('inviteTo', { email: employee.email }) : t('inviteNoEmail')}
        footer={
          <>
            <Button onClick={onClose}>{cancel}</Button>
            <Button
              type="submit"
              form={formId}
              variant="primary"
              disabled={!employee.email}
              loading={form.formState.isSubmitting}
            >
              {t('inviteSend')}
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
          <FormProblem message={form.rootError} />
          {mayAssignRoles ? (
            <Field label={t('role')} error={form.formState.errors.role?.message}>
              <NativeSelect {...form.register('role')}>
                <option value="employee">{t('role_employee')}</option>
                <option value="manager">{t('role_manager')}</option>
                <option value="admin">{t('role_admin')}</option>
              </NativeSelect>
            </Field>
          ) : (
            <p className="text-muted">{t('employeeOnly')}</p>
          )}
        </form>
      </DialogContent>
    </Dialog>
  );
}
