'use client';
import {
  getApproveTimesheetsUrl,
  getRejectTimesheetsUrl,
  getReopenTimesheetsUrl,
} from '@vaktplan/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { EntryResults, type TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { toast, toastWithUndo } from '@vaktplan/ui';
import { useState } from 'react';
import { write } from '@/lib/api';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { asProblem } from '@/lib/problem';
import type { Left } from './left-as-before';
import { TIMESHEET_KEYS } from './resources';

const AT_ONCE = 500;

type Selected = Pick<TimesheetLine, 'id' | 'version' | 'employeeName'>;

/** Sends a decision in lists of 500 and says what became of it. */
export function useDecide() {
  const client = useQueryClient();
  const t = useWords('timesheet');
  const wordsOf = useProblemWords();
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState<readonly Left[]>([]);

  const refresh = () =>
    Promise.all(TIMESHEET_KEYS.map((key) => client.invalidateQueries({ queryKey: [key] })));

  async function send(url: string, lines: readonly Selected[], more: object = {}): Promise<Selected[]> {
    const done: Selected[] = [];
    const failures = new Map<string, Selected[]>();
    for (let from = 0; from < lines.length; from += AT_ONCE) {
      const part = lines.slice(from, from + AT_ONCE);
      const entries = part.map(({ id, version }) => ({ id, version }));
      const results = await write('POST', url, { body: { entries, ...more }, schema: EntryResults });
      for (const result of results.data) {
        const line = part[result.index];
        if (!line) continue;
        if (result.done) done.push(line);
        else if (result.code && result.detail) {
          const why = wordsOf({ code: result.code, detail: result.detail });
          failures.set(why, [...(failures.get(why) ?? []), line]);
        }
      }
    }
    // of one entry the row itself is in sight; of many it stays until it has been read
    const [why] = failures.keys();
    if (lines.length === 1 && why) toast.error(t('leftAsBefore', { count: 1 }), { description: why });
    else setLeft([...failures].map(([reason, those]) => ({ why: reason, lines: those })));
    return done;
  }

  async function run(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setLeft([]);
    try {
      await work();
    } catch (error) {
      toast.error(wordsOf(asProblem(error)));
    } finally {
      await refresh();
      setBusy(false);
    }
  }

  const undo = (lines: readonly Selected[]) =>
    void run(async () => void (await send(getReopenTimesheetsUrl(), lines)));

  return {
    busy,
    left,
    closeLeft: () => setLeft([]),
    refresh,
    approve: (lines: readonly Selected[]) =>
      run(async () => {
        const done = await send(getApproveTimesheetsUrl(), lines);
        if (done.length) toastWithUndo(t('approvedSome', { count: done.length }), () => undo(done));
      }),
    reject: (lines: readonly Selected[], reason: string) =>
      run(async () => {
        const done = await send(getRejectTimesheetsUrl(), lines, { reason });
        if (done.length) toastWithUndo(t('sentBackSome', { count: done.length }), () => undo(done));
      }),
    reopen: (lines: readonly Selected[]) =>
      run(async () => {
        const done = await send(getReopenTimesheetsUrl(), lines);
        if (done.length) toast.success(t('takenBackSome', { count: done.length }));
      }),
  };
}
export type Decide = ReturnType<typeof useDecide>;
