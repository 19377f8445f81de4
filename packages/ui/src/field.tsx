'use client';
import { createContext, useContext, useId, type ReactNode } from 'react';
import { cn } from './class-names.ts';
import { useUiLanguage } from './ui-language.tsx';

type FieldControl = { id: string; describedBy?: string; invalid: boolean; required: boolean };

const FieldContext = createContext<FieldControl | undefined>(undefined);

/** The attributes that tie a control to the label, hint and error of the `Field` around it. */
export function useFieldControl() {
  const field = useContext(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid || undefined,
    'aria-required': field.required || undefined,
  };
}

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  optional?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, one control, hint and error. The control inside picks up its ids by itself. */
export function Field({ label, hint, error, required = false, optional, className, children }: FieldProps) {
  const id = useId();
  const words = useUiLanguage();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(' ') || undefined;
  return (
    <FieldContext value={{ id, describedBy, invalid: Boolean(error), required }}>
      <div className={cn('flex flex-col gap-1.5', className)}>
        <label htmlFor={id} className="text-[13px] font-medium text-foreground">
          {label}
          {optional && <span className="ms-1.5 font-normal text-muted">{words.optional}</span>}
        </label>
        {children}
        {error && (
          <p id={errorId} role="alert" className="text-[13px] text-danger">
            {error}
          </p>
        )}
        {hint && (
          <p id={hintId} className="text-[13px] text-muted">
            {hint}
          </p>
        )}
      </div>
    </FieldContext>
  );
}
