import * as z from 'zod';
import { Id, LocalDate, Version } from '../primitives.ts';

/** A skill and when it holds: from its issue to the day before `to`; null: from ever, for ever. */
const HeldSkill = z
  .object({ skillId: Id, from: LocalDate.nullable(), to: LocalDate.nullable() })
  .meta({ id: 'HeldSkill' });
export type HeldSkill = z.infer<typeof HeldSkill>;

/** All a person's skills; those left out are taken away. A renewal is a second entry of the same skill. */
export const ReplaceHeldSkillsSchema = z
  .strictObject({
    skills: z
      .array(z.strictObject({ skillId: Id, from: LocalDate.nullable(), to: LocalDate.nullable() }))
      .max(200),
  })
  .meta({ id: 'ReplaceHeldSkills' });
export type ReplaceHeldSkills = z.infer<typeof ReplaceHeldSkillsSchema>;

/** `version` is the person's. */
export const HeldSkillsView = z
  .object({ version: Version, skills: z.array(HeldSkill) })
  .meta({ id: 'HeldSkills' });
export type HeldSkillsView = z.infer<typeof HeldSkillsView>;

/** Skills that whoever works the position must hold. */
export const ReplaceRequiredSkillsSchema = z
  .strictObject({ skillIds: z.array(Id).max(50) })
  .meta({ id: 'ReplaceRequiredSkills' });
export type ReplaceRequiredSkills = z.infer<typeof ReplaceRequiredSkillsSchema>;

/** `version` is the position's. */
export const RequiredSkillsView = z
  .object({ version: Version, skillIds: z.array(Id) })
  .meta({ id: 'RequiredSkills' });
export type RequiredSkillsView = z.infer<typeof RequiredSkillsView>;
