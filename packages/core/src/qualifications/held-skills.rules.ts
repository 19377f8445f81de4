import { AppError } from '@vaktplan/contracts/errors';
import type { HeldSkill } from '@vaktplan/contracts/http/qualifications';

/** Throws `validation_failed` unless each skill ends after it begins and is held once at a time. Days are half-open. */
export function assertHeldSkills(skills: readonly HeldSkill[]): void {
  const wrong = (nr: number, message: string) =>
    new AppError('validation_failed', { errors: [{ path: `skills.${nr}.to`, message }] });
  const before = (a: string | null, b: string | null) => a === null || b === null || a < b;
  for (const [nr, skill] of skills.entries()) {
    if (!before(skill.from, skill.to)) throw wrong(nr, 'Must come after the beginning');
    const again = skills.some(
      (other, at) =>
        at < nr &&
        other.skillId.toLowerCase() === skill.skillId.toLowerCase() &&
        before(other.from, skill.to) &&
        before(skill.from, other.to),
    );
    if (again) throw wrong(nr, 'This skill is held already on some of these days');
  }
}
