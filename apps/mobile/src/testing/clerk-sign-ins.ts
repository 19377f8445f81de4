import { randomInt } from 'node:crypto';
import { USER } from './clerk-resources';

export type Strategy = 'totp' | 'phone_code' | 'email_code' | 'backup_code';
type Status = 'needs_first_factor' | 'needs_second_factor' | 'needs_client_trust' | 'complete';
/** A code on its way: who has it, until when, and how often it was guessed at. */
type Sent = { to: string; code: string; expireAt: number; wrong: number };
export type SignIn = { status: Status; sent: Partial<Record<Strategy, Sent>> };
export type Refusal = { status: number; code: string };

const LIVES_MS = 600_000;
const MOST_WRONG = 3;
const FACTORS = {
  totp: { strategy: 'totp' },
  phone_code: {
    strategy: 'phone_code',
    phone_number_id: 'idn_phone',
    safe_identifier: '+45******78',
    primary: true,
    default: true,
  },
  email_code: {
    strategy: 'email_code',
    email_address_id: 'idn_1',
    safe_identifier: 'k***@vaktplan.test',
    primary: true,
  },
  backup_code: { strategy: 'backup_code' },
} as const;

/** An account's sign-ins: the password, then one of the second factors it has. Time is the test's. */
export function signIns(second: readonly Strategy[], asks: Status, now: () => number) {
  const messages: Sent[] = [];
  const backupCodes = new Set<string>([USER.backupCode]);

  const isRight = (signIn: SignIn, strategy: string | null, code: string): true | Refusal => {
    const wrong = { status: 422, code: 'form_code_incorrect' };
    const known = second.find((one) => one === strategy);
    if (!known) return { status: 422, code: 'form_param_value_invalid' };
    if (known === 'totp') return code === USER.code || wrong;
    if (known === 'backup_code') return backupCodes.delete(code) || wrong;
    const sent = signIn.sent[known];
    if (!sent || sent.expireAt <= now()) return { status: 400, code: 'verification_expired' };
    if (sent.wrong >= MOST_WRONG) return { status: 400, code: 'verification_failed' };
    if (sent.code === code) return true;
    sent.wrong += 1;
    return wrong;
  };

  return {
    /** What was sent to the phone or by mail. */
    messages,
    password(text: string | null): SignIn | Refusal {
      if (text === null) return { status: 'needs_first_factor', sent: {} };
      if (text !== USER.password) return { status: 422, code: 'form_password_incorrect' };
      return { status: second.length > 0 ? asks : 'complete', sent: {} };
    },
    prepare(signIn: SignIn, form: URLSearchParams): SignIn | Refusal {
      const strategy = second.find((one) => one === form.get('strategy'));
      const isKnown =
        (strategy === 'phone_code' && form.get('phone_number_id') === 'idn_phone') ||
        (strategy === 'email_code' && form.get('email_address_id') === 'idn_1');
      if (!strategy || !isKnown) return { status: 422, code: 'form_param_value_invalid' };
      const to = strategy === 'phone_code' ? USER.phone : USER.email;
      const sent = { to, code: String(randomInt(100_000, 1_000_000)), expireAt: now() + LIVES_MS, wrong: 0 };
      messages.push(sent);
      return { ...signIn, sent: { ...signIn.sent, [strategy]: sent } };
    },
    attempt(signIn: SignIn, form: URLSearchParams): SignIn | Refusal {
      const verdict = isRight(signIn, form.get('strategy'), form.get('code') ?? '');
      return verdict === true ? { ...signIn, status: 'complete' } : verdict;
    },
    /** As the Frontend API tells of one. */
    json: ({ status }: SignIn) => ({
      object: 'sign_in',
      id: 'sia_1',
      status,
      supported_identifiers: ['email_address'],
      supported_first_factors: [{ strategy: 'password' }],
      supported_second_factors: status === 'needs_first_factor' ? null : second.map((one) => FACTORS[one]),
      first_factor_verification: null,
      second_factor_verification: null,
      identifier: USER.email,
      user_data: null,
      created_session_id: status === 'complete' ? 'sess_1' : null,
    }),
  };
}
