'use client';
import { useEffect, useEffectEvent } from 'react';

/** Goes back after so many seconds in which nobody touched the screen; 0: never. Begins anew with each `view`. */
export function useIdleReturn(seconds: number, view: unknown, back: () => void): void {
  const leave = useEffectEvent(back);
  useEffect(() => {
    if (seconds === 0) return;
    let timer = setTimeout(() => leave(), seconds * 1000);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => leave(), seconds * 1000);
    };
    window.addEventListener('pointerdown', again);
    window.addEventListener('keydown', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointerdown', again);
      window.removeEventListener('keydown', again);
    };
  }, [seconds, view]);
}
