import { Toaster } from '@vaktplan/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Brand } from '@/lib/brand';

export const dynamic = 'force-dynamic';

export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-10 sm:justify-center">
      <Link href="/" aria-label="Vaktplan, home" className="mb-8 rounded-md p-1">
        <Brand className="text-base" />
      </Link>
      <main className="w-full max-w-[400px] rounded-xl border border-border bg-surface p-6 shadow-card sm:p-8">
        {children}
      </main>
      <Toaster />
    </div>
  );
}
