import { SignInError, type CodeWay, type SignInStep } from './types';

type Factor = { strategy: string; safeIdentifier?: string };

/** The best first: an app on this phone needs no network, a backup code is for when all others fail. */
const KINDS = [
  ['totp', 'app'],
  ['phone_code', 'sms'],
  ['email_code', 'email'],
  ['backup_code', 'backup'],
] as const;

/** How a second proof may be given, of what Clerk would take. @throws SignInError where this app has none of them */
export function waysOf(factors: readonly Factor[]): SignInStep {
  const [best, ...others] = KINDS.flatMap(([strategy, kind]): CodeWay[] => {
    const factor = factors.find((one) => one.strategy === strategy);
    if (!factor) return [];
    // of several numbers Clerk sends to the first
    return [kind === 'sms' || kind === 'email' ? { kind, to: factor.safeIdentifier ?? '' } : { kind }];
  });
  if (!best) throw new SignInError('elsewhere');
  return [best, ...others];
}
