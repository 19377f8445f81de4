'use client';
import { Button } from '@vaktplan/ui';
import { UserSearch } from 'lucide-react';
import { useEffect, useRef } from 'react';

type ReplaceButtonProps = { label: string; first: boolean; onClick: () => void };

/** Leads to who else could work the shift. `first`: takes the focus, so that Enter on a chip and Enter here get there. */
export function ReplaceButton({ label, first, onClick }: ReplaceButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  // before the dialog looks for something to focus: effects of children come first
  useEffect(() => {
    if (first) button.current?.focus();
  }, [first]);
  return (
    <Button ref={button} size="sm" onClick={onClick}>
      <UserSearch /> {label}
    </Button>
  );
}
