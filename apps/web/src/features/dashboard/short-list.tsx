'use client';
import { Button } from '@vaktplan/ui';
import { useState, type ReactNode } from 'react';
import { useWords } from '@/lib/words';

type ShortListProps<T> = {
  items: T[];
  keyOf: (item: T) => string;
  shown: number;
  children: (item: T) => ReactNode;
};

/** The first few, and all of them on demand. */
export function ShortList<T>({ items, keyOf, shown, children }: ShortListProps<T>) {
  const t = useWords('dashboard');
  const [all, setAll] = useState(false);
  const visible = all ? items : items.slice(0, shown);
  return (
    <>
      <ul className="divide-y divide-border border-t border-border">
        {visible.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {items.length > shown && (
        <div className="border-t border-border p-2">
          <Button
            variant="ghost"
            size="sm"
            className="w-full text-muted"
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all ? t('fewer') : t('all', { count: items.length })}
          </Button>
        </div>
      )}
    </>
  );
}
