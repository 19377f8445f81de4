import { SignInError, type CodeKind, type SignInProblem } from './types';

/** An error as Clerk's own code hands it over: of its Frontend API (with a status), or of the way there. */
export type ClerkFailure = {
  code?: string;
  status?: number;
  errors?: readonly { code?: string }[];
} | null;

/** What Clerk's codes mean to a person; all others go by their status. */
const MEANINGS: Record<string, SignInProblem> = {
  verification_expired: 'code_expired',
  verification_failed: 'codes_used_up',
  // the sign-in that a code belongs to is over
  resource_not_found: 'start_again',
};

function problemOf(failure: NonNullable<ClerkFailure>, refusal: SignInProblem): SignInProblem {
  const { code, status, errors } = failure;
  if (status === undefined) return code === 'network_error' ? 'offline' : 'server';
  if (status === 429) return 'too_many';
  if (status >= 500) return 'server';
  return MEANINGS[errors?.[0]?.code ?? ''] ?? refusal;
}

/** @throws SignInError */
export function assertDone({ error }: { error: ClerkFailure }, refusal: SignInProblem = 'server'): void {
  if (error) throw new SignInError(problemOf(error, refusal));
}

export const refusalOf = (kind: CodeKind): SignInProblem =>
  kind === 'backup' ? 'wrong_backup' : 'wrong_code';
