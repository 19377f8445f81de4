'use client';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

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
