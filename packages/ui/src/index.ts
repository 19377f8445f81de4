export { afterFrame, afterPaint } from './after-paint.ts';
export { Avatar, hueOf, initials, type AvatarProps } from './avatar.tsx';
export { Badge } from './badge.tsx';
export { Button, buttonVariants, type ButtonProps } from './button.tsx';
export { Card, CardHeader, type CardHeaderProps } from './card.tsx';
export { Checkbox, type CheckboxProps } from './checkbox.tsx';
export { cn } from './class-names.ts';
export {
  Dialog,
  DialogClose,
  DialogContent,
  DialogTrigger,
  Sheet,
  SheetContent,
  type DialogContentProps,
} from './dialog.tsx';
export { followFocus, returnFocus } from './focus-return.ts';
export {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from './dropdown-menu.tsx';
export { Field, useFieldControl, type FieldProps } from './field.tsx';
export { Input, NativeSelect, Textarea } from './input.tsx';
export { onDemand, type OnDemandProps } from './on-demand.tsx';
export { Popover, PopoverClose, PopoverContent, PopoverTrigger } from './popover.tsx';
export { Segmented, type SegmentedProps } from './segmented.tsx';
export { Select, type SelectOption, type SelectProps } from './select.tsx';
export { Loading, Skeleton } from './skeleton.tsx';
export { Spinner } from './spinner.tsx';
export { EmptyState, ErrorState, type EmptyStateProps, type ErrorStateProps } from './states.tsx';
export { Switch } from './switch.tsx';
export { Table, Td, Th, Tr } from './table.tsx';
export { Tabs, TabsContent, TabsList, TabsTrigger } from './tabs.tsx';
export { Toaster, toast, toastWithUndo } from './toast.tsx';
export { UiLanguageProvider, type UiLanguage } from './ui-language.tsx';
export { Tooltip, type TooltipProps } from './tooltip.tsx';
