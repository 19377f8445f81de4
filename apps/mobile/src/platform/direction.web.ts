/** A browser turns at once: the document says which way it reads. */
export function turnDirection(direction: 'ltr' | 'rtl'): void {
  document.documentElement.dir = direction;
}
