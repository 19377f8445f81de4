'use client';
import { getUpdateSettingsPayPeriodsUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { TimesheetSettingsView, UpdateTimesheetSettingsSchema } from '@vaktplan/contracts/http/pay-periods';
import { Button, Card, CardHeader, Field, Input, Loading, NativeSelect, Skeleton, toast } from '@vaktplan/ui';
import { FormProblem } from '@/features/account/form-parts';
import { timesheetSettingsResource } from '@/features/timesheets/resources';
import { write } from '@/lib/api';
import { QueryRegion } from '@/lib/query-region';
import { keyOf } from '@/lib/resource';
import { useContractForm } from '@/lib/use-contract-form';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { ToleranceSettings } from './tolerance-settings';

/** Pay periods, how long what is private is kept, and how far hours may lie from the plan. */
export function TimesheetSettings() {
  const t = useWords('payRules');
  const query = useResource(timesheetSettingsResource);
  return (
    <div className="grid gap-5">
      <Card aria-labelledby="pay-periods">
        <CardHeader id="pay-periods" title={t('title')} description={t('lead')} />
        <QueryRegion
          query={query}
          loading={
            <Loading label={t('loading')} className="grid max-w-xl gap-4 border-t border-border p-4">
              {[0, 1, 2].map((field) => (
                <Skeleton key={field} className="h-14" />
              ))}
            </Loading>
          }
        >
          {(settings) => <SettingsForm key={settings.version} settings={settings} />}
        </QueryRegion>
      </Card>
      <ToleranceSettings />
    </div>
  );
}

function SettingsForm({ settings }: { settings: TimesheetSettingsView }) {
  const t = useWords('payRules');
  const client = useQueryClient();
  const app = useWords('app');
  const { version, abilities, ...values } = settings;
  const form = useContractForm(UpdateTimesheetSettingsSchema, values);
  const { errors, isSubmitting, isDirty } = form.formState;
  const submit = form.submitWith(async (body, idempotencyKey) => {
    const saved = await write('PATCH', getUpdateSettingsPayPeriodsUrl(), {
      body,
      version,
      idempotencyKey,
      schema: TimesheetSettingsView,
    });
    client.setQueryData(keyOf(timesheetSettingsResource), saved);
    await client.invalidateQueries({ queryKey: ['pay-periods'] });
    toast.success(t('saved'));
  });
  const number = { valueAsNumber: true } as const;
  return (
    <form onSubmit={submit} noValidate className="border-t border-border p-4">
      <fieldset disabled={!abilities.update} className="grid max-w-xl gap-4">
        <FormProblem message={form.rootError} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('payPeriod')} error={errors.frequency?.message}>
            <NativeSelect {...form.register('frequency')}>
              <option value="weekly">{t('every_weekly')}</option>
              <option value="two_weekly">{t('every_two_weekly')}</option>
              <option value="monthly">{t('every_monthly')}</option>
            </NativeSelect>
          </Field>
          <Field label={t('firstDay')} hint={t('firstDayHint')} error={errors.anchor?.message}>
            <Input {...form.register('anchor')} type="date" />
          </Field>
        </div>
        <Field label={t('relock')} hint={t('relockHint')} error={errors.relockHours?.message}>
          <Input {...form.register('relockHours', number)} type="number" min={1} max={168} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={t('keepPositions')}
            hint={t('keepPositionsHint')}
            error={errors.positionRetentionDays?.message}
          >
            <Input {...form.register('positionRetentionDays', number)} type="number" min={1} max={3650} />
          </Field>
          <Field label={t('keepPhotos')} error={errors.photoRetentionDays?.message}>
            <Input {...form.register('photoRetentionDays', number)} type="number" min={1} max={3650} />
          </Field>
        </div>
        <Field label={t('own')} hint={t('ownHint')} error={errors.ownApproval?.message}>
          <NativeSelect
            {...form.register('ownApproval', { setValueAs: (value) => String(value) === 'true' })}
          >
            <option value="false">{t('own_others')}</option>
            <option value="true">{t('own_self')}</option>
          </NativeSelect>
        </Field>
        {abilities.update && (
          <Button
            type="submit"
            variant="primary"
            className="justify-self-start"
            disabled={!isDirty}
            loading={isSubmitting}
          >
            {app('save')}
          </Button>
        )}
      </fieldset>
    </form>
  );
}
