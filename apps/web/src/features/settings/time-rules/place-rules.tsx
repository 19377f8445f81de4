'use client';
import { Checkbox, Field, Textarea } from '@vaktplan/ui';
import { ACTIONS } from './choices';
import { Group, Pick, type RulesProps } from './rule-fields';

const SOURCES = [
  ['web', 'In the browser'],
  ['mobile', 'In the app'],
  ['kiosk', 'At a shared tablet'],
] as const;
const marking = ACTIONS.filter(([action]) => action !== 'block') as ['off' | 'flag', string][];
const always = ACTIONS.filter(([action]) => action !== 'off') as ['flag' | 'block', string][];

/** From where one may clock in. Leaving is never blocked. */
export function PlaceRules({ settings, onChange }: RulesProps) {
  const { where } = settings;
  const change = (part: Partial<typeof where>) => onChange({ ...settings, where: { ...where, ...part } });
  const { networks, geofence, position } = where;
  return (
    <Group title="Where">
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {SOURCES.map(([source, label]) => (
          <Checkbox
            key={source}
            label={label}
            checked={where[source]}
            onCheckedChange={(on) => change({ [source]: on === true })}
          />
        ))}
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Pick
          label="In, outside the circle"
          value={geofence.in}
          options={ACTIONS}
          onChange={(action) => change({ geofence: { ...geofence, in: action } })}
        />
        <Pick
          label="Out, outside the circle"
          value={geofence.out}
          options={marking}
          onChange={(action) => change({ geofence: { ...geofence, out: action } })}
        />
        <Pick
          label="No position, or an old one"
          value={position.missing}
          options={ACTIONS}
          onChange={(missing) => change({ position: { ...position, missing } })}
        />
        <Pick
          label="A position that is made up"
          value={where.mocked}
          options={always}
          onChange={(mocked) => change({ mocked })}
        />
        <Pick
          label="Another network"
          value={networks.action}
          options={ACTIONS}
          onChange={(action) => change({ networks: { ...networks, action } })}
        />
      </div>
      <Checkbox
        label="The app asks for a photo when clocking in and out"
        checked={where.photo ?? false}
        onCheckedChange={(on) => change({ photo: on === true })}
      />
      <Field label="Networks of the place" hint="A line each, such as 203.0.113.0/24." optional>
        <Textarea
          defaultValue={networks.allowed.join('\n')}
          onChange={(event) => {
            const allowed = event.target.value.split(/\s+/).filter(Boolean);
            change({ networks: { ...networks, allowed } });
          }}
        />
      </Field>
      <p className="text-[13px] text-muted">
        Leaving is never blocked, and what was punched offline is kept and marked.
      </p>
    </Group>
  );
}
