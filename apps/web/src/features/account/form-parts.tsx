'use client';
import { Button, Input } from '@vaktplan/ui';
import { CircleAlert, Eye, EyeOff } from 'lucide-react';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { useWords } from '@/lib/words';

/** Heading of one sign-in page. */
export function AccountHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-6">
      <h1 className="text-2xl leading-8 font-semibold tracking-tight">{title}</h1>
      {children && <p className="mt-1.5 leading-6 text-muted">{children}</p>}
    </header>
  );
}

/** What is wrong with the form as a whole. */
export function FormProblem({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <p role="alert" className="flex gap-2.5 rounded-md bg-danger/10 px-3 py-2.5 text-[13px] text-danger">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {message}
    </p>
  );
}

/** Password control that can show what was typed. */
export function PasswordInput(props: ComponentProps<'input'>) {
  const t = useWords('signIn');
  const [shown, setShown] = useState(false);
  return (
    <span className="relative block">
      <Input {...props} type={shown ? 'text' : 'password'} className="h-10 pe-10" />
      <Button
        variant="ghost"
        size="icon-sm"
        className="absolute end-1 top-1"
        aria-label={t(shown ? 'hidePassword' : 'showPassword')}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        {shown ? <EyeOff /> : <Eye />}
      </Button>
    </span>
  );
}
