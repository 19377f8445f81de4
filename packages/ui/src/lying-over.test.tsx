// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { Dialog, DialogContent, Sheet, SheetContent } from './dialog.tsx';
import { toastPlace } from './lying-over.ts';

afterEach(() => vi.unstubAllGlobals());

test('toasts keep off the buttons of what lies over the page', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  const show = (part: React.ReactNode) => act(async () => root.render(part));
  const places = () => [1440, 1024, 380].map((width) => toastPlace(width, 'ltr'));

  expect(places()).toEqual(['bottom-center', 'bottom-center', 'bottom-center']);
  await show(
    <Dialog open>
      <DialogContent title="Publish schedule">A long list</DialogContent>
    </Dialog>,
  );
  expect(places()).toEqual(['bottom-left', 'top-center', 'top-center']);
  expect(toastPlace(1440, 'rtl')).toBe('bottom-right');
  await show(
    <Sheet open>
      <SheetContent title="Shift">Its fields</SheetContent>
    </Sheet>,
  );
  expect(places()).toEqual(['bottom-left', 'bottom-left', 'bottom-center']);
  await show(null);
  expect(places()).toEqual(['bottom-center', 'bottom-center', 'bottom-center']);
  await act(async () => root.unmount());
});
