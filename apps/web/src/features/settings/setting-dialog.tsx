'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Dialog, DialogContent, toast } from '@vaktplan/ui';
import { useRouter } from 'next/navigation';
import { useId, type ReactNode } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import type * as z from 'zod';
import { FormProblem } from '@/features/account/form-parts';
import { write } from '@/lib/api';
import { useContractForm } from '@/lib/use-contract-form';
import { useWords } from '@/lib/words';
import type { SettingKind } from './setting-list';
import { RemoveButton } from './remove-button';

type Stored = { id: string; version: number };

type SettingDialogProps<Input extends FieldValues, Output> = {
  kind: SettingKind;
  /** Path of the list, such as `/locations`. */
  path: string;
  item: Stored | undefined;
  schema: z.ZodType<Output, Input>;
  defaults: DefaultValues<Input>;
  /** Fields that are set once, when it is made. */
  createOnly?: string[];
  onClose: () => void;
  children: (form: ReturnType<typeof useContractForm<Input, Output>>) => ReactNode;
};

/** Adds or edits one setting: POST to the list, or PATCH of what changed with the version that was seen. */
export function SettingDialog<Input extends FieldValues, Output extends object>(
  props: SettingDialogProps<Input, Output>,
) {
  const { item, kind, path, createOnly = [], onClose } = props;
  const t = useWords('places');
  const app = useWords('app');
  const id = useId();
  const client = useQueryClient();
  const router = useRouter();
  const form = useContractForm(props.schema, props.defaults);
  const finish = async (message: string) => {
    await client.invalidateQueries({ queryKey: path.split('/').filter(Boolean) });
    // the shell lists locations too
    router.refresh();
    toast.success(message);
    onClose();
  };
  const submit = form.submitWith(async (value, idempotencyKey) => {
    if (item) {
      const changes = Object.entries(value).filter(([field]) => !createOnly.includes(field));
      const body = Object.fromEntries(changes);
      await write('PATCH', `${path}/${item.id}`, { body, version: item.version, idempotencyKey });
    } else {
      await write('POST', path, { body: value, idempotencyKey });
    }
    await finish(t(item ? 'saved' : 'added'));
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t(item ? `edit_${kind}` : `add_${kind}`)}
        footer={
          <>
            {item && (
              <RemoveButton
                kind={kind}
                path={`${path}/${item.id}`}
                version={item.version}
                onRemoved={finish}
              />
            )}
            <Button onClick={onClose}>{app('cancel')}</Button>
            <Button type="submit" form={id} variant="primary" loading={form.formState.isSubmitting}>
              {item ? app('save') : t(`add_${kind}`)}
            </Button>
          </>
        }
      >
        <form id={id} onSubmit={submit} noValidate className="grid gap-4">
          <FormProblem message={form.rootError} />
          {props.children(form)}
        </form>
      </DialogContent>
    </Dialog>
  );
}
