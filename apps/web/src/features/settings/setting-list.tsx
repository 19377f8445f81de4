'use client';
import { Button, Card, CardHeader, EmptyState, Loading, Skeleton } from '@vaktplan/ui';
import { Pencil, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { QueryRegion } from '@/lib/query-region';
import type { Resource } from '@/lib/resource';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';

type Item = { id: string; name: string; abilities: { update: boolean } };

/** What one of them is; its words are in `places`. */
export type SettingKind = 'location' | 'department' | 'position' | 'skill' | 'kiosk';

type SettingListProps<T extends Item> = {
  kind: SettingKind;
  icon: ReactNode;
  mayAdd: boolean;
  resource: Resource<{ data: T[] }>;
  row: (item: T) => ReactNode;
  /** Dialog for one, or for a new one when `item` is undefined. */
  dialog: (item: T | undefined, close: () => void) => ReactNode;
};

/** A list of settings of one kind with add and edit. */
export function SettingList<T extends Item>(props: SettingListProps<T>) {
  const { kind } = props;
  const t = useWords('places');
  const title = t(`tab_${kind}s`);
  const description = t(`description_${kind}`);
  const query = useResource(props.resource);
  const [open, setOpen] = useState<{ item?: T }>();
  const add = props.mayAdd && (
    <Button onClick={() => setOpen({})}>
      <Plus />
      {t(`add_${kind}`)}
    </Button>
  );
  const empty = (
    <EmptyState icon={props.icon} title={t(`none_${kind}`)} description={description} action={add} />
  );
  return (
    <Card aria-label={title}>
      <CardHeader title={title} description={description} actions={add} />
      <QueryRegion
        query={query}
        loading={<ListLoading />}
        empty={empty}
        isEmpty={(list) => list.data.length === 0}
      >
        {(list) => (
          <ul className="divide-y divide-border border-t border-border">
            {list.data.map((item) => (
              <li key={item.id} className="flex min-h-14 items-center gap-3 px-4 py-2">
                <div className="min-w-0 flex-1">{props.row(item)}</div>
                {item.abilities.update && (
                  <Button
                    variant="ghost"
                    size="icon-sm"
                    aria-label={t('editOne', { name: item.name })}
                    onClick={() => setOpen({ item })}
                  >
                    <Pencil />
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryRegion>
      {open && props.dialog(open.item, () => setOpen(undefined))}
    </Card>
  );
}

function ListLoading() {
  return (
    <Loading label={useWords('app')('loading')} className="divide-y divide-border border-t border-border">
      {[0, 1, 2].map((row) => (
        <div key={row} className="flex h-14 items-center px-4">
          <Skeleton className="h-4 w-48" />
        </div>
      ))}
    </Loading>
  );
}
