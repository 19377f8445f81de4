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
  const codes: string[] = [];
  await show({ signIn: async () => 'code', enterCode: async (code) => void codes.push(code) });
  await enter('kari@vaktplan.test', 'secret');
  await waitFor(() => expect(screen.getByTestId('code')).toBeOnTheScreen());
  await fireEvent.changeText(screen.getByTestId('code'), '123 456');
  await fireEvent.press(screen.getByRole('button', { name: 'Confirm' }));
  await waitFor(() => expect(codes).toEqual(['123456']));
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
