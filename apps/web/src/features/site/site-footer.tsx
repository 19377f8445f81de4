import Link from 'next/link';
import { Brand } from '@/lib/brand';

const links = [
  { href: '/about', label: 'About' },
  { href: '/pricing', label: 'Pricing' },
  { href: '/sign-in', label: 'Sign in' },
  { href: '/sign-up', label: 'Create an organisation' },
];

/** Footer of the public pages. */
export function SiteFooter() {
  return (
    <footer className="border-t border-border">
      <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-10 sm:px-6 md:flex-row md:items-center md:justify-between">
        <div>
          <Brand />
          <p className="mt-2 max-w-sm text-[13px] text-muted">
            Workforce scheduling under the MIT licence. Run it yourself, read every line, change what you
            need.
          </p>
        </div>
        <nav aria-label="Footer" className="flex flex-wrap gap-x-6 gap-y-2">
          {links.map((link) => (
            <Link
              key={link.href}
              href={link.href}
              className="py-1 text-sm text-muted transition-colors hover:text-foreground"
            >
              {link.label}
            </Link>
          ))}
        </nav>
      </div>
    </footer>
  );
}
