// @vitest-environment jsdom
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { commandsFor, keysOf, useCommands, type Command } from './registry';

const command = (title: string, more: Partial<Command> = {}): Command => ({
  id: title,
  title,
  group: 'Schedule',
  run: () => undefined,
  ...more,
});

const shell = { commands: [command('Go to Employees', { group: 'Go to', keywords: 'people' })] };
const page = {
  commands: [command('Copy last week'), command('Publish…', { keys: 'Ctrl+Enter' })],
  find: (text: string) => [command(`Show ${text}`)],
};

function Scope({
  name,
  scope,
  children,
}: {
  name: string;
  scope: typeof page | typeof shell;
  children?: ReactNode;
}) {
  useCommands(name, scope);
  return children;
}

const titles = (text: string) => commandsFor(text).map((each) => each.title);

test('commands are those of whoever is on the page, found by the beginnings of words', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () =>
    root.render(
      <>
        <Scope name="shell" scope={shell} />
        <Scope name="page" scope={page} />
      </>,
    ),
  );
  expect(titles('')).toEqual(['Copy last week', 'Publish…', 'Go to Employees']);
  expect(titles('copy')).toEqual(['Copy last week', 'Show copy']);
  expect(titles('we la co')).toEqual(['Copy last week', 'Show we la co']);
  expect(titles('péople')).toEqual(['Show péople', 'Go to Employees']);
  expect(titles('opy')).toEqual(['Show opy']);
  await act(async () => root.unmount());
  expect(titles('')).toEqual([]);
  vi.unstubAllGlobals();
});

test('the sheet of keys is fed by those that have some', () => {
  expect(keysOf(page.commands)).toEqual([['Ctrl+Enter', 'Publish…']]);
});
