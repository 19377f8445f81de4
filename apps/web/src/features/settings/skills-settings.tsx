'use client';
import { CreateSkillSchema } from '@vaktplan/contracts/http/organizations';
import { Field, Input } from '@vaktplan/ui';
import { GraduationCap } from 'lucide-react';
import { skillsResource } from '@/features/organization/resources';
import { useMay } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import { SettingDialog } from './setting-dialog';
import { SettingList } from './setting-list';

/** What people can be certified or trained for. */
export function SkillsSettings() {
  const t = useWords('places');
  return (
    <SettingList
      kind="skill"
      icon={<GraduationCap />}
      mayAdd={useMay('location:manage')}
      resource={skillsResource}
      row={(skill) => <p className="truncate font-medium">{skill.name}</p>}
      dialog={(skill, close) => (
        <SettingDialog
          kind="skill"
          path="/skills"
          item={skill}
          schema={CreateSkillSchema}
          defaults={{ name: skill?.name ?? '' }}
          onClose={close}
        >
          {({ register, formState: { errors } }) => (
            <Field label={t('name')} error={errors.name?.message} required>
              <Input {...register('name')} autoFocus />
            </Field>
          )}
        </SettingDialog>
      )}
    />
  );
}
