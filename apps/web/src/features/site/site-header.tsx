import { Button } from '@vaktplan/ui';
import Link from 'next/link';
import { Brand } from '@/lib/brand';

const links = [
  { href: '/about', label: 'About' },
  { href: '/pricing', label: 'Pricing' },
];

/** Header of the public pages. */
export function SiteHeader() {
  return (
    <header className="sticky top-0 z-30 border-b border-border bg-background/90 backdrop-blur">
      <div className="mx-auto flex h-14 max-w-6xl items-center gap-2 px-4 sm:px-6">
        <Link href="/" aria-label="Vaktplan, home" className="mr-3 rounded-md py-2 sm:mr-6">
          <Brand className="max-[400px]:gap-0 max-[400px]:text-[0px]" />
        </Link>
        <nav aria-label="Site" className="flex flex-1 items-center gap-1">
          {links.map((link) => (
            <Link
              key={link.href}
              href={link.href}
              className="rounded-md px-2.5 py-1.5 text-sm text-muted transition-colors hover:text-foreground"
            >
              {link.label}
            </Link>
          ))}
        </nav>
        <Button asChild variant="ghost" className="max-sm:px-2.5">
          <Link href="/sign-in">Sign in</Link>
        </Button>
        <Button asChild variant="primary" className="max-sm:hidden">
          <Link href="/sign-up">Get started</Link>
        </Button>
      </div>
    </header>
  );
}
