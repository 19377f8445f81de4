import { Email, Name } from '@vaktplan/contracts/primitives';
import * as z from 'zod';

const EmailField = z.string().trim().min(1, 'Enter your e-mail address').pipe(Email);

export const NewPassword = z
  .string()
  .min(10, 'Use 10 characters or more')
  .max(128, 'Use 128 characters at most');

export const SignInForm = z.object({ email: EmailField, password: z.string().min(1, 'Enter your password') });
export const CodeForm = z.object({
  code: z.string().trim().min(6, 'Enter the six digits, or a backup code').max(20),
});
export const SignUpForm = z.object({
  name: Name.min(1, 'Enter your name'),
  email: EmailField,
  password: NewPassword,
});
export const ForgotPasswordForm = z.object({ email: EmailField });
export const NewPasswordForm = z.object({ password: NewPassword });
