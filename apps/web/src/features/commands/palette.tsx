'use client';
import { Command as Cmdk } from 'cmdk';
import { returnFocus } from '@vaktplan/ui';
import { useEffect, useMemo, useState } from 'react';
import { useWords } from '../../lib/words';
import { commandsFor, type Command } from './registry';

/** What fits what was typed, by group; arrows choose, Enter does it. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useWords('shell');
  const [text, setText] = useState('');
  const groups = useMemo(() => grouped(commandsFor(text)), [text]);
  // once it is gone and what the command opened has come
  useEffect(
    () => () => {
      setTimeout(() => document.activeElement === document.body && returnFocus());
    },
    [],
  );
  const choose = (command: Command) => {
    onClose();
    command.run();
  };
  return (
    <Cmdk.Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      label={t('commands')}
      shouldFilter={false}
      overlayClassName="fixed inset-0 z-50 animate-fade bg-black/40"
      contentClassName="fixed inset-x-4 top-[12vh] z-50 mx-auto max-w-xl animate-pop overflow-hidden rounded-xl border border-border bg-surface shadow-pop outline-none"
    >
      <Cmdk.Input
        value={text}
        onValueChange={setText}
        placeholder={t('commandsAsk')}
        className="h-12 w-full border-b border-border bg-transparent px-4 text-sm outline-none placeholder:text-muted"
      />
      <Cmdk.List label={t('commands')} className="max-h-[50vh] overflow-y-auto p-1.5">
        <Cmdk.Empty className="px-3 py-6 text-center text-sm text-muted">
          {t('commandsNone', { text })}
        </Cmdk.Empty>
        {groups.map(([group, commands]) => (
          <Cmdk.Group
            key={group}
            heading={group}
            className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted"
          >
            {commands.map((command) => (
              <Cmdk.Item
                key={command.id}
                value={command.id}
                onSelect={() => choose(command)}
                className="flex min-h-9 cursor-default items-center gap-3 rounded-md px-2.5 text-sm select-none data-[selected=true]:bg-surface-2 pointer-coarse:min-h-11"
              >
                <span className="min-w-0 flex-1 truncate">{command.title}</span>
                {command.keys && <kbd className="font-sans text-xs text-muted">{command.keys}</kbd>}
              </Cmdk.Item>
            ))}
          </Cmdk.Group>
        ))}
      </Cmdk.List>
    </Cmdk.Dialog>
  );
}

function grouped(commands: readonly Command[]): [group: string, commands: Command[]][] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return [...groups];
}
