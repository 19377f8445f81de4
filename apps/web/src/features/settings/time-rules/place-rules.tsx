'use client';
import { Checkbox, Field, Textarea } from '@vaktplan/ui';
import { useWords } from '@/lib/words';
import { ACTIONS } from './choices';
import { Group, Pick, type RulesProps } from './rule-fields';

const SOURCES = ['web', 'mobile', 'kiosk'] as const;
const MARKING = ['off', 'flag'] as const;
const ALWAYS = ['flag', 'block'] as const;

/** From where one may clock in. Leaving is never blocked. */
export function PlaceRules({ settings, onChange }: RulesProps) {
  const t = useWords('timeRules');
  const { where } = settings;
  const actionWords = (action: (typeof ACTIONS)[number]) => t(`action_${action}`);
  const change = (part: Partial<typeof where>) => onChange({ ...settings, where: { ...where, ...part } });
  const { networks, geofence, position } = where;
  return (
    <Group title={t('where')}>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {SOURCES.map((source) => (
          <Checkbox
            key={source}
            label={t(`source_${source}`)}
            checked={where[source]}
            onCheckedChange={(on) => change({ [source]: on === true })}
          />
        ))}
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Pick
          label={t('inOutside')}
          value={geofence.in}
          options={ACTIONS}
          words={actionWords}
          onChange={(action) => change({ geofence: { ...geofence, in: action } })}
        />
        <Pick
          label={t('outOutside')}
          value={geofence.out}
          options={MARKING}
          words={actionWords}
          onChange={(action) => change({ geofence: { ...geofence, out: action } })}
        />
        <Pick
          label={t('noPosition')}
          value={position.missing}
          options={ACTIONS}
          words={actionWords}
          onChange={(missing) => change({ position: { ...position, missing } })}
        />
        <Pick
          label={t('madeUp')}
          value={where.mocked}
          options={ALWAYS}
          words={actionWords}
          onChange={(mocked) => change({ mocked })}
        />
        <Pick
          label={t('otherNetwork')}
          value={networks.action}
          options={ACTIONS}
          words={actionWords}
          onChange={(action) => change({ networks: { ...networks, action } })}
        />
      </div>
      <Checkbox
        label={t('photo')}
        checked={where.photo ?? false}
        onCheckedChange={(on) => change({ photo: on === true })}
      />
      <Field label={t('networks')} hint={t('networksHint')} optional>
        <Textarea
          dir="ltr"
          defaultValue={networks.allowed.join('\n')}
          onChange={(event) => {
            const allowed = event.target.value.split(/\s+/).filter(Boolean);
            change({ networks: { ...networks, allowed } });
          }}
        />
      </Field>
      <p className="text-[13px] text-muted">{t('whereHint')}</p>
    </Group>
  );
}
