'use client';
import { useEffect, useRef } from 'react';

export type Command = {
  id: string;
  title: string;
  group: string;
  /** Other words to find it by. */
  keywords?: string;
  /** The keys that do the same, as the sheet of keys writes them: "Ctrl+Enter". */
  keys?: string;
  run: () => void;
};

type Scope = {
  commands: readonly Command[];
  /** Commands made from what was typed, such as one for each person who fits. */
  find?: (text: string) => readonly Command[];
};

const scopes = new Map<string, () => Scope>();

/** What may be done now, as long as the caller is on the page. A page's commands come before those of the shell. */
export function useCommands(name: string, scope: Scope): void {
  const latest = useRef(scope);
  latest.current = scope;
  useEffect(() => {
    scopes.set(name, () => latest.current);
    return () => void scopes.delete(name);
  }, [name]);
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The commands that fit what was typed: each word of it begins a word of theirs. Page first, then shell. */
export function commandsFor(text: string): readonly Command[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const inOrder = [...scopes.values()].map((scope) => scope()).toReversed();
  return inOrder.flatMap(({ commands, find }) => [
    ...commands.filter((command) => fits(command, words)),
    ...(words.length > 0 ? (find?.(text.trim()) ?? []) : []),
  ]);
}

function fits({ title, keywords = '', group }: Command, words: readonly string[]): boolean {
  const own = plain(`${title} ${keywords} ${group}`).split(/[\s,/]+/);
  return words.every((word) => own.some((each) => each.startsWith(word)));
}

/** Of commands that have keys, the keys and what they do: for the sheet that lists them. */
export const keysOf = (commands: readonly Command[]): (readonly [string, string])[] =>
  commands.flatMap(({ keys, title }) => (keys ? [[keys, title] as const] : []));
