'use client';
import { getSettingsPayPeriodsUrl, getUpdateSettingsPayPeriodsUrl } from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { TimesheetSettingsView, UpdateTimesheetSettingsSchema } from '@vaktplan/contracts/http/pay-periods';
import { Button, Card, CardHeader, Field, Input, Loading, NativeSelect, Skeleton, toast } from '@vaktplan/ui';
import { FormProblem } from '@/features/account/form-parts';
import { write } from '@/lib/api';
import { QueryRegion } from '@/lib/query-region';
import { keyOf, resource } from '@/lib/resource';
import { useContractForm } from '@/lib/use-contract-form';
import { useResource } from '@/lib/use-resource';
import { ToleranceSettings } from './tolerance-settings';

const settingsResource = resource(getSettingsPayPeriodsUrl(), TimesheetSettingsView);

/** Pay periods, how long what is private is kept, and how far hours may lie from the plan. */
export function TimesheetSettings() {
  const query = useResource(settingsResource);
  return (
    <div className="grid gap-5">
      <Card aria-labelledby="pay-periods">
        <CardHeader
          id="pay-periods"
          title="Pay periods and privacy"
          description="A changed calendar holds after the periods that are already in use."
        />
        <QueryRegion
          query={query}
          loading={
            <Loading label="Loading the settings" className="grid max-w-xl gap-4 border-t border-border p-4">
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
  const client = useQueryClient();
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
    client.setQueryData(keyOf(settingsResource), saved);
    await client.invalidateQueries({ queryKey: ['pay-periods'] });
    toast.success('Saved');
  });
  const number = { valueAsNumber: true } as const;
  return (
    <form onSubmit={submit} noValidate className="border-t border-border p-4">
      <fieldset disabled={!abilities.update} className="grid max-w-xl gap-4">
        <FormProblem message={form.rootError} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Pay period" error={errors.frequency?.message}>
            <NativeSelect {...form.register('frequency')}>
              <option value="weekly">A week</option>
              <option value="two_weekly">Two weeks</option>
              <option value="monthly">A month</option>
            </NativeSelect>
          </Field>
          <Field
            label="First day of a period"
            hint="Of months only the day counts."
            error={errors.anchor?.message}
          >
            <Input {...form.register('anchor')} type="date" />
          </Field>
        </div>
        <Field
          label="Unlocked for how many hours"
          hint="Then a pay period locks itself again."
          error={errors.relockHours?.message}
        >
          <Input {...form.register('relockHours', number)} type="number" min={1} max={168} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Keep positions, days"
            hint="Where people clocked. The verdict stays."
            error={errors.positionRetentionDays?.message}
          >
            <Input {...form.register('positionRetentionDays', number)} type="number" min={1} max={3650} />
          </Field>
          <Field label="Keep photos, days" error={errors.photoRetentionDays?.message}>
            <Input {...form.register('photoRetentionDays', number)} type="number" min={1} max={3650} />
          </Field>
        </div>
        <Field
          label="Own hours"
          hint="Otherwise somebody else decides about the hours of those who approve. Alone in the organisation, the owner always may."
          error={errors.ownApproval?.message}
        >
          <NativeSelect
            {...form.register('ownApproval', { setValueAs: (value) => String(value) === 'true' })}
          >
            <option value="false">Somebody else approves them</option>
            <option value="true">May be approved by oneself</option>
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
            Save
          </Button>
        )}
      </fieldset>
    </form>
  );
}
