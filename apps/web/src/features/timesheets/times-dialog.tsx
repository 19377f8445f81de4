import { Button, Dialog, DialogContent, Field, NativeSelect } from '@vaktplan/ui';
import { useId, type ReactNode } from 'react';
import { FormProblem } from '@/features/account/form-parts';
import { useWords } from '@/lib/words';
import { useReturnFocus } from './use-return-focus';
import type { useSubmit } from './use-submit';

type Props = {
  title: string;
  hint: string;
  /** What the button that sends says. */
  action: string;
  form: ReturnType<typeof useSubmit>;
  /** Where the focus goes when what opened it is gone: an id. */
  opener?: string;
  onClose: () => void;
  children: ReactNode;
};

/** The frame of what asks for times: proposing, correcting and adding hours. */
export function TimesDialog({ title, hint, action, form, opener, onClose, children }: Props) {
  const id = useId();
  const app = useWords('app');
  const returnFocus = useReturnFocus(opener);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        onCloseAutoFocus={returnFocus}
        title={title}
        description={hint}
        footer={
          <>
            <Button onClick={onClose}>{app('cancel')}</Button>
            <Button type="submit" form={id} variant="primary" loading={form.busy}>
              {action}
            </Button>
          </>
        }
      >
        <form id={id} onSubmit={(event) => void form.submit(event)} noValidate className="grid gap-4">
          <FormProblem message={form.rootError} />
          {children}
        </form>
      </DialogContent>
    </Dialog>
  );
}

type PlaceProps = {
  places: readonly { id: string; name: string }[];
  value: string;
  error: string | undefined;
  onChange: (id: string) => void;
};

export function PlaceField({ places, value, error, onChange }: PlaceProps) {
  const hours = useWords('hours');
  return (
    <Field label={hours('where')} error={error}>
      <NativeSelect value={value} onChange={(event) => onChange(event.target.value)}>
        {places.map((place) => (
          <option key={place.id} value={place.id}>
            {place.name}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
