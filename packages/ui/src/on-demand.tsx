'use client';
import { type ComponentProps, type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { Button } from './button.tsx';

export interface OnDemandProps {
  /** The button that opens it: its props, and what it shows. */
  button: ComponentProps<typeof Button>;
}

type Opened<P> = ComponentType<P & { trigger: ReactNode }>;

/**
 * A button whose menu or panel is loaded when it is first pointed at, focused or used, and opens then. `load` gives a
 * component that takes the button as `trigger` and starts open.
 */
export function onDemand<P extends object>(
  load: () => Promise<{ default: Opened<P> }>,
): ComponentType<P & OnDemandProps> {
  const Content = lazy(load) as unknown as Opened<P>;
  return function OnDemand({ button, ...rest }: P & OnDemandProps) {
    const [wanted, setWanted] = useState(false);
    const fetchAhead = () => void load();
    const plain = (
      <Button
        {...button}
        aria-haspopup="dialog"
        aria-expanded={false}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={() => setWanted(true)}
      />
    );
    if (!wanted) return plain;
    return (
      <Suspense fallback={plain}>
        <Content {...(rest as unknown as P)} trigger={<Button {...button} />} />
      </Suspense>
    );
  };
}
