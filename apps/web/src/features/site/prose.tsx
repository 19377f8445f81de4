import type { ReactNode } from 'react';

/** Title and opening words of a public page. */
export function PageIntro({ title, children }: { title: string; children: ReactNode }) {
  return (
    <header className="mx-auto max-w-3xl px-4 pt-16 pb-10 sm:px-6 sm:pt-20">
      <h1 className="text-4xl leading-[1.1] font-semibold tracking-tight sm:text-5xl">{title}</h1>
      <p className="mt-5 text-lg leading-8 text-pretty text-muted">{children}</p>
    </header>
  );
}

/** One headed part of running text. */
export function Passage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mx-auto max-w-3xl px-4 pb-10 sm:px-6">
      <h2 className="text-xl font-semibold tracking-tight">{title}</h2>
      <div className="mt-3 space-y-4 text-base leading-7 text-pretty text-muted [&_strong]:font-medium [&_strong]:text-foreground">
        {children}
      </div>
    </section>
  );
}
