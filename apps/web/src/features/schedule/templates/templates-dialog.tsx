'use client';
import type { RollOutResult } from '@vaktplan/contracts/http/roll-out';
import type { ShiftTemplateView } from '@vaktplan/contracts/http/shift-templates';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { Button, Dialog, DialogContent, EmptyState, Skeleton } from '@vaktplan/ui';
import { LayoutTemplate } from 'lucide-react';
import { useState } from 'react';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { ApplyTemplate } from './apply-template';
import { EditTemplate } from './edit-template';
import { templatesResource } from './resources';
import { TemplateRow } from './template-row';

type TemplatesDialogProps = {
  locationId: string;
  shown: { startDate: string; endDate: string };
  roster: RosterView;
  onClose: () => void;
  onMade: (result: RollOutResult) => void;
  onCloseAutoFocus?: (event: Event) => void;
};

/** The location's templates: use one, edit it, delete it. */
export function TemplatesDialog(props: TemplatesDialogProps) {
  const t = useWords('planRepeat');
  const { locationId, onClose } = props;
  const templates = useResource(templatesResource(locationId));
  const [chosen, setChosen] = useState<ShiftTemplateView>();
  const [edited, setEdited] = useState<ShiftTemplateView>();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      {chosen ? (
        <ApplyTemplate {...props} template={chosen} />
      ) : edited ? (
        <EditTemplate {...props} template={edited} onBack={() => setEdited(undefined)} />
      ) : (
        <DialogContent
          className="sm:max-w-xl"
          title={t('templates')}
          description={t('templatesHint')}
          onCloseAutoFocus={props.onCloseAutoFocus}
          footer={<Button onClick={onClose}>{t('close')}</Button>}
        >
          <QueryRegion
            query={templates}
            loading={
              <div className="grid gap-2" aria-busy="true">
                <Skeleton className="h-14" />
                <Skeleton className="h-14" />
              </div>
            }
            isEmpty={(list) => list.data.length === 0}
            empty={
              <EmptyState
                icon={<LayoutTemplate />}
                title={t('noTemplates')}
                description={t('noTemplatesHint')}
              />
            }
          >
            {(list) => (
              <ul className="grid gap-2">
                {list.data.map((template) => (
                  <TemplateRow
                    key={template.id}
                    template={template}
                    onUse={() => setChosen(template)}
                    onEdit={() => setEdited(template)}
                    onChanged={() => void templates.refetch()}
                  />
                ))}
              </ul>
            )}
          </QueryRegion>
        </DialogContent>
      )}
    </Dialog>
  );
}
