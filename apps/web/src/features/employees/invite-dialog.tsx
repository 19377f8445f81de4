'use client';
import { getInviteEmployeesUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { InviteEmployeeSchema, type EmployeeView } from '@vaktplan/contracts/http/employees';
import { Button, Dialog, DialogContent, Field, NativeSelect, toast } from '@vaktplan/ui';
import { FormProblem } from '@/features/account/form-parts';
import { useMay } from '@/features/shell/me';
import { write } from '@/lib/api';
import { useContractForm } from '@/lib/use-contract-form';

const formId = 'invite-form';

/** Sends the link with which a person sees their shifts and clocks in. */
export function InviteDialog({ employee, onClose }: { employee: EmployeeView; onClose: () => void }) {
  const client = useQueryClient();
  const mayAssignRoles = useMay('role:assign');
  const form = useContractForm(InviteEmployeeSchema, { role: 'employee' });
  const submit = form.submitWith(async (invitation, idempotencyKey) => {
    await write('POST', getInviteEmployeesUrl(employee.id), { body: invitation, idempotencyKey });
    await client.invalidateQueries({ queryKey: ['employees'] });
    toast.success(`Invitation to ${employee.name} is on its way`);
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={`Invite ${employee.name}`}
        description={
          employee.email ? `The link goes to ${employee.email}.` : 'Add an e-mail address first, then invite.'
        }
        footer={
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              type="submit"
              form={formId}
              variant="primary"
              disabled={!employee.email}
              loading={form.formState.isSubmitting}
            >
              Send invitation
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
          <FormProblem message={form.rootError} />
          {mayAssignRoles ? (
            <Field label="Role" error={form.formState.errors.role?.message}>
              <NativeSelect {...form.register('role')}>
                <option value="employee">Employee: sees own shifts, clocks in</option>
                <option value="manager">Manager: plans and publishes schedules</option>
                <option value="admin">Administrator: everything</option>
              </NativeSelect>
            </Field>
          ) : (
            <p className="text-muted">They can see their own shifts and clock in.</p>
          )}
        </form>
      </DialogContent>
    </Dialog>
  );
}
