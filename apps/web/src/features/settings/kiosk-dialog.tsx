'use client';
import { getCreateKiosksUrl, getRenewCodeKiosksUrl, getUpdateKiosksUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { CreateKioskSchema, KioskCode, KioskView, UpdateKioskSchema } from '@vaktplan/contracts/http/kiosk';
import { Button, Dialog, DialogContent, toast } from '@vaktplan/ui';
import { useId, useState } from 'react';
import { FormProblem } from '@/features/account/form-parts';
import { useCurrentLocation } from '@/features/shell/current-location';
import { write } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { useContractForm } from '@/lib/use-contract-form';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { KioskCodeView } from './kiosk-code-view';
import { KioskFields } from './kiosk-fields';
import { RemoveButton } from './remove-button';

/** Adds a kiosk and shows its code; or changes one, gives it a new code, revokes it. */
export function KioskDialog({ kiosk, onClose }: { kiosk: KioskView | undefined; onClose: () => void }) {
  const [code, setCode] = useState<KioskCode>();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      {code ? (
        <KioskCodeView given={code} onClose={onClose} />
      ) : (
        <KioskForm kiosk={kiosk} onClose={onClose} onCode={setCode} />
      )}
    </Dialog>
  );
}

type KioskFormProps = {
  kiosk: KioskView | undefined;
  onClose: () => void;
  onCode: (code: KioskCode) => void;
};

function KioskForm({ kiosk, onClose, onCode }: KioskFormProps) {
  const t = useWords('kiosks');
  const places = useWords('places');
  const app = useWords('app');
  const wordsOf = useProblemWords();
  const id = useId();
  const client = useQueryClient();
  const { location } = useCurrentLocation();
  const [busy, setBusy] = useState(false);
  const form = useContractForm(CreateKioskSchema, {
    locationId: kiosk?.locationId ?? location?.id ?? '',
    name: kiosk?.name ?? '',
    departmentIds: kiosk?.departmentIds ?? [],
    identification: kiosk?.identification ?? 'name_and_pin',
    photo: kiosk?.photo ?? 'off',
    unscheduled: kiosk?.unscheduled ?? true,
  });
  const look = () => client.invalidateQueries({ queryKey: ['kiosks'] });
  const submit = form.submitWith(async ({ locationId, ...profile }, idempotencyKey) => {
    if (!kiosk) {
      const body = { locationId, ...profile };
      onCode(await write('POST', getCreateKiosksUrl(), { body, schema: KioskCode, idempotencyKey }));
      return void look();
    }
    await write('PATCH', getUpdateKiosksUrl(kiosk.id), {
      body: UpdateKioskSchema.parse(profile),
      version: kiosk.version,
      schema: KioskView,
      idempotencyKey,
    });
    await look();
    toast.success(places('saved'));
    onClose();
  });
  const renew = async () => {
    if (!kiosk) return;
    setBusy(true);
    try {
      onCode(await write('POST', getRenewCodeKiosksUrl(kiosk.id), { schema: KioskCode }));
      await look();
    } catch (error) {
      toast.error(wordsOf(asProblem(error)));
      setBusy(false);
    }
  };
  const revoked = async () => {
    await look();
    toast.success(t('revoked'));
    onClose();
  };
  return (
    <DialogContent
      title={places(kiosk ? 'edit_kiosk' : 'add_kiosk')}
      footer={
        <>
          {kiosk && (
            <RemoveButton
              kind="kiosk"
              path={`/kiosks/${kiosk.id}`}
              version={kiosk.version}
              onRemoved={revoked}
            />
          )}
          {kiosk && (
            <Button loading={busy} onClick={() => void renew()}>
              {t('newCode')}
            </Button>
          )}
          {!kiosk && <Button onClick={onClose}>{app('cancel')}</Button>}
          <Button type="submit" form={id} variant="primary" loading={form.formState.isSubmitting}>
            {kiosk ? app('save') : places('add_kiosk')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate className="grid gap-4">
        <FormProblem message={form.rootError} />
        <KioskFields form={form} fixedLocation={kiosk !== undefined} />
      </form>
    </DialogContent>
  );
}
