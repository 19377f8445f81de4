// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toast, Toaster, toastWithUndo } from './toast.tsx';

let root: Root;
beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.innerHTML = '<input id="field" /><div id="app"></div>';
  root = createRoot(document.querySelector('#app')!);
  await act(async () => root.render(<Toaster />));
});
afterEach(async () => {
  await act(async () => {
    // what is left open must not be undone by the next test
    for (let left = 0; left < 5; left += 1) press({});
    toast.dismiss();
    root.unmount();
  });
  vi.unstubAllGlobals();
});

const press = (init: KeyboardEventInit, on: EventTarget = document.body) =>
  on.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true, ...init }),
  );
const offer = async (message: string) => {
  const undo = vi.fn<() => void>();
  await act(async () => toastWithUndo(message, undo));
  return undo;
};

test('Ctrl+Z undoes the newest, then the one before, each once', async () => {
  const first = await offer('Shift moved');
  const second = await offer('Shift deleted');
  press({});
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
  press({});
  press({});
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
});

test('while typing, Ctrl+Z belongs to the field', async () => {
  const undo = await offer('Shift moved');
  press({}, document.querySelector('#field')!);
  expect(undo).not.toHaveBeenCalled();
});

test('redo, and a key that somebody has taken already, undo nothing', async () => {
  const undo = await offer('Shift moved');
  press({ shiftKey: true });
  const taken = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, cancelable: true });
  taken.preventDefault();
  document.dispatchEvent(taken);
  expect(undo).not.toHaveBeenCalled();
});

test('the button undoes, and Ctrl+Z after it does not again', async () => {
  const undo = await offer('Shift moved');
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Undo');
  await act(async () => button?.click());
  press({});
  expect(undo).toHaveBeenCalledTimes(1);
});
