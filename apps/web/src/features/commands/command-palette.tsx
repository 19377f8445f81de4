'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useWords } from '../../lib/words';
import { useMe } from '../shell/me';
import { destinationsFor } from '../shell/navigation';
import { useCommands } from './registry';

const Palette = dynamic(() => import('./palette').then((module) => module.Palette));

/** Ctrl/Cmd+K: everything that can be done here, by typing. Its code is loaded at the first use. */
export function CommandPalette() {
  const me = useMe();
  const t = useWords('shell');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  useCommands('shell', {
    commands: destinationsFor(me).map(({ href, label }) => ({
      id: `go${href}`,
      title: t('goToPage', { page: t(label) }),
      group: t('goTo'),
      run: () => router.push(href),
    })),
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const asked = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!asked || event.shiftKey || event.altKey || event.defaultPrevented) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return open && <Palette onClose={() => setOpen(false)} />;
}
