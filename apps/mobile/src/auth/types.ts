export type AuthStatus = 'loading' | 'signed-out' | 'signed-in';

/** `app`: the authenticator app; `backup`: a code that was kept for when all others fail. */
export type CodeKind = 'app' | 'sms' | 'email' | 'backup';
/** A way to prove a second time who one is. `to`: where the code goes, hidden but for its end. */
export type CodeWay = { kind: 'app' | 'backup' } | { kind: 'sms' | 'email'; to: string };

/** Done, or the ways in which a code may be given, the best first. */
export type SignInStep = 'done' | readonly [CodeWay, ...CodeWay[]];

export interface AuthApi {
  mode: 'local' | 'clerk';
  status: AuthStatus;
  /** Of the account; what is stored on the phone is kept apart by it. */
  userId: string | null;
  organizationId: string | null;
  /** Did the server end the last session? What waits on the phone stays, and is sent after signing in again. */
  expired: boolean;
  /** @throws SignInError */
  signIn(email: string, password: string): Promise<SignInStep>;
  /** Has a code sent, a new one each time. @throws SignInError */
  sendCode(kind: 'sms' | 'email'): Promise<void>;
  /** @throws SignInError */
  enterCode(kind: CodeKind, code: string): Promise<void>;
  signOut(): Promise<void>;
}

export type SignInProblem =
  | 'wrong'
  | 'wrong_code'
  | 'wrong_backup'
  /** A new one is needed: this one is too old, or was guessed at too often. */
  | 'code_expired'
  | 'codes_used_up'
  /** The password is asked for anew: its sign-in is over. */
  | 'start_again'
  /** The account wants a step that this app does not have. */
  | 'elsewhere'
  | 'too_many'
  | 'offline'
  | 'server'
  | 'no_organization';

/** A sign-in that did not work, told in a way that the screen has words for. */
export class SignInError extends Error {
  readonly problem: SignInProblem;
  constructor(problem: SignInProblem) {
    super(problem);
    this.problem = problem;
  }
}
