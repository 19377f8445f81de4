'use client';
import { CreateSkillSchema } from '@vaktplan/contracts/http/organizations';
import { Field, Input } from '@vaktplan/ui';
import { GraduationCap } from 'lucide-react';
import { skillsResource } from '@/features/organization/resources';
import { useMay } from '@/features/shell/me';
import { SettingDialog } from './setting-dialog';
import { SettingList } from './setting-list';

/** What people can be certified or trained for. */
export function SkillsSettings() {
  return (
    <SettingList
      title="Skills"
      noun="skill"
      description="Training and certificates that matter for planning, such as first aid."
      icon={<GraduationCap />}
      mayAdd={useMay('location:manage')}
      resource={skillsResource}
      row={(skill) => <p className="truncate font-medium">{skill.name}</p>}
      dialog={(skill, close) => (
        <SettingDialog
          noun="skill"
          path="/skills"
          item={skill}
          schema={CreateSkillSchema}
          defaults={{ name: skill?.name ?? '' }}
          onClose={close}
        >
          {({ register, formState: { errors } }) => (
            <Field label="Name" error={errors.name?.message} required>
              <Input {...register('name')} autoFocus />
            </Field>
          )}
        </SettingDialog>
      )}
    />
  );
}
