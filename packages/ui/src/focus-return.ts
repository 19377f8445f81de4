/** Parts that come and go over the page: the focus does not stay with them. */
const PASSING = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox], [data-sonner-toaster]';
const FIRST = 'button:enabled, input:enabled, select:enabled, textarea:enabled, a[href], [tabindex="0"]';

let last: HTMLElement | null = null;

/** From now on it is known where on the page the focus was last. Gives back what ends that. */
export function followFocus(): () => void {
  const note = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && !target.closest(PASSING)) last = target;
  };
  document.addEventListener('focusin', note);
  return () => document.removeEventListener('focusin', note);
}

/**
 * Puts the focus back when a dialog closes: into the dialog that took its place, else to where it was on the page, or to the
 * grid or the content when that is gone. Does nothing before `followFocus`, so that the event's default stays.
 */
export function returnFocus(event?: Event): void {
  if (!last) return;
  event?.preventDefault();
  const next = document.querySelector<HTMLElement>('[role=dialog]');
  if (next?.contains(document.activeElement)) return;
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const place = last.isConnected ? last : (find('[role=grid] [tabindex="0"]') ?? find('main'));
  const target = next?.querySelector<HTMLElement>(FIRST) ?? place;
  target?.focus({ preventScroll: true });
}
