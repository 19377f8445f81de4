'use client';
import type { RollOutResult } from '@vaktplan/contracts/http/roll-out';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { toast, Button, onDemand, Tooltip } from '@vaktplan/ui';
import { weekOf } from '@vaktplan/core/rules';
import type { ScheduleGridHandle } from '@vaktplan/ui/schedule-grid';
import { CopyPlus, Repeat } from 'lucide-react';
import { useRef, useState, type RefObject } from 'react';
import { useWords } from '@/lib/words';
import type { Period } from './week';
import { doneWords, takingBack } from './copy/roll-out-words';
import type { Panel, RepeatMenuProps } from './repeat-menu';
import { CopyDialog, SaveTemplateDialog, TemplatesDialog } from './repeat-panels';

type Given = {
  locationId: string;
  period: Period;
  roster: RosterView;
  grid: RefObject<ScheduleGridHandle | null>;
};

/** Repeat work: copying days and templates. The entries of the toolbar, and the dialog that is open. */
export function useRepeat({ locationId, period, roster, grid }: Given) {
  const t = useWords('plan');
  const comma = useWords('app')('comma');
  const [panel, setPanel] = useState<Panel>();
  const made = useRef(false);
  if (!roster.abilities.createShift) return { menu: null, dialog: null, open: undefined };

  const open = (next: Panel) => {
    made.current = false;
    setPanel(next);
  };
  const close = () => setPanel(undefined);
  const record = (verb: 'copied' | 'fromTemplate') => (result: RollOutResult) => {
    made.current = true;
    const words = doneWords(verb, result, t, comma);
    if (grid.current) grid.current.record(takingBack(result), words);
    else toast(words);
  };
  // what was made is the grid's newest change: Control Z there takes it back
  const onCloseAutoFocus = (event: Event) => {
    if (!made.current) return;
    event.preventDefault();
    grid.current?.focus();
  };
  const { startDate, endDate } = period;
  const weeks = weeksShown(period, roster.location.weekStart);
  const shared = { locationId, shown: { startDate, endDate }, onClose: close, onCloseAutoFocus };
  return {
    open,
    menu: (
      <RepeatMenu
        onOpen={open}
        last={weeks && t(period.range === 'twoWeeks' ? 'copyLastTwo' : 'copyLastWeek')}
      />
    ),
    dialog: (
      <>
        {panel === 'last' && weeks && (
          <CopyDialog {...shared} shown={weeks} what="last" onMade={record('copied')} />
        )}
        {panel === 'copy' && <CopyDialog {...shared} what="choose" onMade={record('copied')} />}
        {panel === 'save' && <SaveTemplateDialog {...shared} roster={roster} />}
        {panel === 'templates' && (
          <TemplatesDialog {...shared} roster={roster} onMade={record('fromTemplate')} />
        )}
      </>
    ),
  };
}

/** The whole weeks that the page shows, or the one its day lies in; a month has none. */
function weeksShown({ range, startDate, endDate }: Period, weekStart: number) {
  if (range === 'month') return undefined;
  return range === 'day' ? weekOf(startDate, weekStart) : { startDate, endDate };
}

const Menu = onDemand<RepeatMenuProps>(() => import('./repeat-menu'));

function RepeatMenu({ onOpen, last }: RepeatMenuProps) {
  const t = useWords('plan');
  return (
    <div className="flex items-center gap-1">
      {last && (
        <Tooltip content={last}>
          <Button onClick={() => onOpen('last')} className="max-lg:hidden max-2xl:px-2.5">
            <CopyPlus /> <span className="max-2xl:sr-only">{last}</span>
          </Button>
        </Tooltip>
      )}
      <Menu
        onOpen={onOpen}
        last={last}
        button={{ size: 'icon', 'aria-label': t('copyMenu'), children: <Repeat /> }}
      />
    </div>
  );
}
