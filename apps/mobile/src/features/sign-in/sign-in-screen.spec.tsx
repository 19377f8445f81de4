import { fireEvent, render, screen, waitFor } from '@testing-library/react-native';
import { SignInError, type AuthApi } from '@/auth/types';
import { AppFrame } from '@/testing/app-frame';
import { SignInScreen } from './sign-in-screen';

const show = (auth: Partial<AuthApi> = {}) =>
  render(
    <AppFrame auth={auth}>
      <SignInScreen />
    </AppFrame>,
  );
async function enter(email: string, password: string) {
  await fireEvent.changeText(screen.getByLabelText('E-mail'), email);
  await fireEvent.changeText(screen.getByLabelText('Password'), password);
  await fireEvent.press(screen.getByRole('button', { name: 'Sign in' }));
}

it('asks for both before it asks the server', async () => {
  const asked: string[] = [];
  await show({
    signIn: async (email) => {
      asked.push(email);
      return 'done';
    },
  });
  await enter('  ', 'secret');
  expect(screen.getByText('Fill in e-mail and password.')).toBeOnTheScreen();
  await enter(' kari@vaktplan.test ', 'secret');
  await waitFor(() => expect(asked).toEqual(['kari@vaktplan.test']));
});

it.each([
  ['wrong', 'E-mail or password is not right.'],
  ['offline', 'The server cannot be reached. Check the network and the address.'],
  ['too_many', 'Too many tries. Wait a few minutes.'],
] as const)('says what went wrong: %s', async (problem, words) => {
  await show({ signIn: () => Promise.reject(new SignInError(problem)) });
  await enter('kari@vaktplan.test', 'secret');
  await waitFor(() => expect(screen.getByText(words)).toBeOnTheScreen());
});

it('asks for the code of the authenticator app where the account has one', async () => {
  const codes: unknown[] = [];
  const enterCode = async (...all: unknown[]) => void codes.push(all);
  await show({ signIn: async () => [{ kind: 'app' }, { kind: 'backup' }], enterCode });
  await enter('kari@vaktplan.test', 'secret');
  await waitFor(() => expect(screen.getByLabelText('Code from your authenticator app')).toBeOnTheScreen());
  await fireEvent.changeText(screen.getByTestId('code'), '123 456');
  await fireEvent.press(screen.getByRole('button', { name: 'Confirm' }));
  await waitFor(() => expect(codes).toEqual([['app', '123456']]));

  // the phone with the app is lost
  await fireEvent.press(screen.getByRole('button', { name: 'Use a backup code' }));
  expect(screen.getByLabelText('One of your backup codes')).toHaveDisplayValue('');
  await fireEvent.changeText(screen.getByTestId('code'), ' k4x9m-2pq ');
  await fireEvent.press(screen.getByRole('button', { name: 'Confirm' }));
  await waitFor(() => expect(codes.at(-1)).toEqual(['backup', 'k4x9m-2pq']));
});

it('sends the code that has to be sent, again when asked, and says what is wrong with it', async () => {
  const sent: string[] = [];
  const problems = ['code_expired', 'start_again'] as const;
  let tries = 0;
  await show({
    signIn: async () => [{ kind: 'sms', to: '+45******78' }, { kind: 'backup' }],
    sendCode: async (kind) => void sent.push(kind),
    enterCode: () => Promise.reject(new SignInError(problems[tries++] ?? 'server')),
  });
  await enter('kari@vaktplan.test', 'secret');
  await waitFor(() =>
    expect(screen.getByLabelText('Code from the message to +45******78')).toBeOnTheScreen(),
  );
  expect(sent).toEqual(['sms']);
  await fireEvent.changeText(screen.getByTestId('code'), '111111');
  await fireEvent.press(screen.getByRole('button', { name: 'Confirm' }));
  await waitFor(() => expect(screen.getByText('That code is too old. Ask for a new one.')).toBeOnTheScreen());
  await fireEvent.press(screen.getByRole('button', { name: 'Send a new code' }));
  await waitFor(() => expect(screen.getByText('A new code is on its way.')).toBeOnTheScreen());
  expect(sent).toEqual(['sms', 'sms']);
  expect(screen.getByTestId('code')).toHaveDisplayValue('');
  expect(screen.queryByTestId('sign-in-problem')).toBeNull();

  // the sign-in is over: back to where it begins, with what was typed
  await fireEvent.press(screen.getByRole('button', { name: 'Confirm' }));
  await waitFor(() => expect(screen.getByLabelText('Password')).toHaveDisplayValue('secret'));
  expect(screen.getByText(/Enter your password again/)).toBeOnTheScreen();
});

it('takes the address of one’s own server, and refuses one that is none', async () => {
  await show();
  await fireEvent.press(screen.getByTestId('server'));
  await fireEvent.changeText(screen.getByLabelText('Server address'), 'http://shifts.example.com');
  await fireEvent.press(screen.getByTestId('server-save'));
  expect(screen.getByText('That is not an address. Example: shifts.example.com')).toBeOnTheScreen();
  await fireEvent.changeText(screen.getByLabelText('Server address'), 'shifts.example.com');
  await fireEvent.press(screen.getByTestId('server-save'));
  expect(screen.getByText('Server: shifts.example.com')).toBeOnTheScreen();
});
