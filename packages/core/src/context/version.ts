import { AppError } from '@vaktplan/contracts/errors';

/** Throws `version_conflict` with the newer view when the caller saw another version than the row has now. */
export function assertVersion(
  row: { version: number },
  expected: number | undefined,
  current: () => unknown,
): void {
  if (expected === undefined) throw new AppError('version_missing');
  if (row.version !== expected) throw new AppError('version_conflict', { current: current() });
}
