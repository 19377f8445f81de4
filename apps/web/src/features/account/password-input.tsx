'use client';
import { Button, Input } from '@vaktplan/ui';
import { Eye, EyeOff } from 'lucide-react';
import { useState, type ComponentProps } from 'react';
import { useWords } from '@/lib/words';

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
