import { AppError } from '@vaktplan/contracts/errors';
import { sqlError } from '@vaktplan/db/database';
import type { Auth } from './better-auth.ts';

const UNIQUE_VIOLATION = '23505';

const wrongPassword = (): AppError =>
  new AppError('validation_failed', {
    errors: [
      { path: 'password', message: 'There is an account with this address; this is not its password.' },
    ],
  });

/**
 * The login of somebody who came by a link that was mailed to this address: the account there is, if the password is
 * its own, else a new one. Returns the user's id. @throws AppError validation_failed, email_taken
 */
export async function joinAccount(
  auth: Auth,
  person: { email: string; name: string },
  password: string,
): Promise<string> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const found = await internalAdapter.findUserByEmail(person.email, { includeAccounts: true });
  const credential = found?.accounts.find((account) => account.providerId === 'credential');
  if (found && credential?.password) {
    if (!(await passwords.verify({ hash: credential.password, password }))) throw wrongPassword();
    return found.user.id;
  }
  const hash = await passwords.hash(password);
  try {
    const user =
      found?.user ??
      (await internalAdapter.createUser({ ...person, emailVerified: true }, { method: 'email-password' }));
    await internalAdapter.linkAccount({
      userId: user.id,
      accountId: user.id,
      providerId: 'credential',
      password: hash,
    });
    return user.id;
  } catch (error) {
    // two clicks at once: the other one has made the account meanwhile
    if (sqlError(error)?.state === UNIQUE_VIOLATION) throw new AppError('email_taken', { cause: error });
    throw error;
  }
}
