'use client';
import { CircleAlert, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { cn } from './class-names.ts';
import { useUiLanguage } from './ui-language.tsx';

type FrameProps = {
  icon?: ReactNode;
  title: string;
  /** As the page's own heading, when there is nothing else on it. */
  asHeading?: boolean;
  children?: ReactNode;
  className?: string;
};

function Frame({ icon, title, asHeading, children, className }: FrameProps) {
  const Title = asHeading ? 'h1' : 'p';
  return (
    <div className={cn('flex flex-col items-center justify-center px-6 py-12 text-center', className)}>
      {icon && (
        <div className="mb-4 grid size-11 place-items-center rounded-lg border border-border bg-surface-2 text-muted [&_svg]:size-5">
          {icon}
        </div>
      )}
      <Title className="text-[15px] font-semibold">{title}</Title>
      {children}
    </div>
  );
}

export type EmptyStateProps = FrameProps & { description?: ReactNode; action?: ReactNode };

/** Nothing here yet, why, and the one thing to do about it. */
export function EmptyState({ description, action, ...frame }: EmptyStateProps) {
  return (
    <Frame {...frame}>
      {description && <p className="mt-1 max-w-sm text-sm text-pretty text-muted">{description}</p>}
      {action && <div className="mt-5">{action}</div>}
    </Frame>
  );
}

export type ErrorStateProps = {
  title?: string;
  asHeading?: boolean;
  message: string;
  code?: string;
  correlationId?: string;
  offline?: boolean;
  onRetry?: () => void;
  /** On its button, where no language has been provided. */
  retry?: string;
  className?: string;
};

/** What failed, in words; the code and correlation id for whoever is asked about it; and retry. */
export function ErrorState(props: ErrorStateProps) {
  const words = useUiLanguage();
  const { title = words.loadFailed, message, code, correlationId, offline, onRetry } = props;
  return (
    <div role="alert">
      <Frame
        icon={offline ? <WifiOff /> : <CircleAlert />}
        title={title}
        asHeading={props.asHeading}
        className={props.className}
      >
        <p className="mt-1 max-w-sm text-sm text-pretty text-muted">{message}</p>
        {onRetry && (
          <Button className="mt-5" onClick={onRetry}>
            {props.retry ?? words.retry}
          </Button>
        )}
        {(code || correlationId) && (
          <p className="mt-4 font-mono text-xs break-all text-muted">
            {[code, correlationId].filter(Boolean).join(' · ')}
          </p>
        )}
      </Frame>
    </div>
  );
}
