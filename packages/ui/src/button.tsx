import { cva, type VariantProps } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';
import { Spinner } from './spinner.tsx';

export const buttonVariants = cva(
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap select-none transition-colors disabled:opacity-55 disabled:pointer-events-none aria-disabled:opacity-55 aria-disabled:pointer-events-none [&_svg]:shrink-0 [&_svg:not([class*=size-])]:size-4',
  {
    variants: {
      variant: {
        primary: 'bg-primary text-primary-foreground shadow-card hover:bg-primary-hover',
        secondary: 'border border-border bg-surface text-foreground shadow-card hover:bg-surface-2',
        ghost: 'text-foreground hover:bg-surface-2',
        danger: 'bg-danger text-danger-foreground shadow-card hover:bg-danger/90',
        link: 'h-auto! min-h-0! px-0! text-primary underline-offset-4 hover:underline',
      },
      size: {
        sm: 'h-8 px-3 text-[13px] pointer-coarse:min-h-10',
        md: 'h-9 px-3.5 text-sm pointer-coarse:min-h-11',
        lg: 'h-11 px-5 text-[15px]',
        icon: 'size-9 pointer-coarse:min-h-11 pointer-coarse:min-w-11',
        'icon-sm': 'size-8 pointer-coarse:min-h-10 pointer-coarse:min-w-10',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonVariants> & { asChild?: boolean; loading?: boolean };

/** Button, or with `asChild` a link that looks like one. While `loading` it keeps its width and takes no clicks. */
export function Button({ className, variant, size, asChild, loading, children, ...props }: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      {...props}
      className={cn(classes, loading && 'relative')}
      aria-busy={loading || undefined}
      disabled={props.disabled || loading}
    >
      {loading && <Spinner className="absolute" />}
      {/* unseen, not hidden: its words stay the button's name */}
      <span className={loading ? 'inline-flex items-center gap-2 opacity-0' : 'contents'}>{children}</span>
    </button>
  );
}
