'use client';
import { Button, Input, Tooltip } from '@vaktplan/ui';
import type { GridHistory } from '@vaktplan/ui/schedule-grid';
import { ChevronLeft, ChevronRight, Plus, Redo2, Search, Send, Undo2 } from 'lucide-react';
import type { Ref } from 'react';
import { useFormat } from '@/features/shell/me';
import { isoWeek, type Week } from './week';

type ToolbarProps = {
  week: Week;
  filter: string;
  filterRef: Ref<HTMLInputElement>;
  onFilter: (text: string) => void;
  onWeek: (delta: -1 | 0 | 1) => void;
  history: GridHistory;
  onUndo: () => void;
  onRedo: () => void;
  onAdd: (() => void) | undefined;
  onPublish: (() => void) | undefined;
  pendingChanges: number;
};

/** Week, filter, undo and publish, above the grid. */
export function ScheduleToolbar(props: ToolbarProps) {
  const format = useFormat();
  const { week, history } = props;
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-border bg-surface px-3 py-2 md:px-4">
      <div className="flex items-center max-md:hidden">
        <IconButton label="Previous week" onClick={() => props.onWeek(-1)} icon={<ChevronLeft />} />
        <IconButton label="Next week" onClick={() => props.onWeek(1)} icon={<ChevronRight />} />
        <Button className="ml-1" onClick={() => props.onWeek(0)}>
          Today
        </Button>
      </div>
      <h1 className="mr-auto min-w-0 text-[15px] font-semibold">
        {format.range(week.startDate, week.endDate)}{' '}
        <span className="font-normal text-muted">Week {isoWeek(week.startDate)}</span>
      </h1>
      <div className="relative max-md:order-last max-md:w-full">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-muted"
        />
        <Input
          ref={props.filterRef}
          type="search"
          aria-label="Filter by name or position"
          placeholder="Name or position"
          className="pl-8 md:w-48"
          value={props.filter}
          onChange={(event) => props.onFilter(event.target.value)}
        />
      </div>
      {(props.onAdd || props.onPublish) && (
        <div className="flex items-center max-md:hidden">
          <IconButton label="Undo" disabled={!history.canUndo} onClick={props.onUndo} icon={<Undo2 />} />
          <IconButton label="Redo" disabled={!history.canRedo} onClick={props.onRedo} icon={<Redo2 />} />
        </div>
      )}
      {props.onAdd && (
        <Button onClick={props.onAdd}>
          <Plus /> <span className="max-md:sr-only">Add shift</span>
        </Button>
      )}
      {props.onPublish && (
        <Button variant="primary" onClick={props.onPublish}>
          <Send /> Publish
          {props.pendingChanges > 0 && (
            <span className="rounded-full bg-primary-foreground px-1.5 text-primary text-xs tabular-nums">
              {props.pendingChanges}
              <span className="sr-only"> unpublished changes</span>
            </span>
          )}
        </Button>
      )}
    </div>
  );
}

function IconButton({
  label,
  icon,
  ...props
}: {
  label: string;
  icon: React.ReactNode;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <Tooltip content={label}>
      <Button variant="ghost" size="icon" aria-label={label} {...props}>
        {icon}
      </Button>
    </Tooltip>
  );
}
