export type AuthStatus = 'loading' | 'signed-out' | 'signed-in';

export type SignInStep = 'done' | 'code';

export interface AuthApi {
  mode: 'local' | 'clerk';
  status: AuthStatus;
  /** Of the account; what is stored on the phone is kept apart by it. */
  userId: string | null;
  organizationId: string | null;
  /** Did the server end the last session? What waits on the phone stays, and is sent after signing in again. */
  expired: boolean;
  /** `code`: now ask for the code of the authenticator app. @throws SignInError */
  signIn(email: string, password: string): Promise<SignInStep>;
  /** @throws SignInError */
  enterCode(code: string): Promise<void>;
  signOut(): Promise<void>;
}

export type SignInProblem = 'wrong' | 'wrong_code' | 'too_many' | 'offline' | 'server' | 'no_organization';

/** A sign-in that did not work, told in a way that the screen has words for. */
export class SignInError extends Error {
  readonly problem: SignInProblem;
  constructor(problem: SignInProblem) {
    super(problem);
    this.problem = problem;
  }
}
