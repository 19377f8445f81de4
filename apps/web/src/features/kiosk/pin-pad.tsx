'use client';
import type { KioskPerson } from '@vaktplan/contracts/http/kiosk';
import { Avatar, Button, cn } from '@vaktplan/ui';
import { ArrowLeft, Delete } from 'lucide-react';
import { useWords } from '../../lib/words';
import { useEffect, useEffectEvent, useState } from 'react';

const shortest = 4;
const longest = 8;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

type PinPadProps = {
  person: KioskPerson | undefined;
  problem: string | undefined;
  busy: boolean;
  onPin: (pin: string) => void;
  onBack: () => void;
};

/** Digits for fingers and for keyboards. What is typed is never shown. */
export function PinPad({ person, problem, busy, onPin, onBack }: PinPadProps) {
  const t = useWords('kiosk');
  const [pin, setPin] = useState('');
  const type = (digit: string) => setPin((before) => (before + digit).slice(0, longest));
  const rub = () => setPin((before) => before.slice(0, -1));
  const ready = pin.length >= shortest && !busy;
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^\d$/.test(event.key)) type(event.key);
    else if (event.key === 'Backspace') rub();
    else if (event.key === 'Escape') onBack();
    else if (event.key === 'Enter' && ready && !(event.target instanceof HTMLButtonElement)) onPin(pin);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
  const key = 'h-16 rounded-lg text-2xl tabular-nums';
  return (
    <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center gap-5 p-4">
      <div className="flex items-center gap-3">
        <Button variant="ghost" size="icon" aria-label={t('back')} onClick={onBack} className="size-11">
          <ArrowLeft className="size-5 rtl:-scale-x-100" />
        </Button>
        {person && <Avatar id={person.employeeId} name={person.name} size="lg" />}
        <h2 className="min-w-0 flex-1 line-clamp-2 text-xl break-words font-semibold">
          {person?.name ?? t('yourPin')}
        </h2>
      </div>
      {person && !person.hasPin && <p className="rounded-md bg-warning/12 p-3 text-sm">{t('noPin')}</p>}
      <div>
        <p className="text-sm text-muted">{t('typePin')}</p>
        <p className="mt-2 flex h-8 items-center justify-center gap-3" aria-hidden="true">
          {Array.from({ length: Math.max(shortest, pin.length) }, (_, place) => (
            <span
              key={place}
              className={cn(
                'size-3.5 rounded-full border border-border-strong',
                place < pin.length && 'bg-foreground',
              )}
            />
          ))}
        </p>
        <p role="status" className="sr-only">
          {busy ? t('checking') : t('digitsTyped', { count: pin.length })}
        </p>
        {problem && pin.length === 0 && (
          <p role="alert" className="mt-1 text-center text-sm font-medium text-danger">
            {problem}
          </p>
        )}
      </div>
      <div dir="ltr" className="grid grid-cols-3 gap-2.5">
        {digits.map((digit) => (
          <Button key={digit} className={key} onClick={() => type(digit)} disabled={busy}>
            {digit}
          </Button>
        ))}
        <Button className={key} aria-label={t('deleteDigit')} onClick={rub} disabled={busy || pin === ''}>
          <Delete className="size-6" />
        </Button>
        <Button className={key} onClick={() => type('0')} disabled={busy}>
          0
        </Button>
        <Button
          variant="primary"
          className={cn(key, 'text-lg')}
          disabled={!ready}
          loading={busy}
          onClick={() => onPin(pin)}
        >
          {t('ok')}
        </Button>
      </div>
    </div>
  );
}
