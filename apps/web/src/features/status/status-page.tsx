'use client';
import { getBoardStatusUrl } from '@vaktplan/api-client';
import { QueueBoardView } from '@vaktplan/contracts/http/status';
import { Button, Card, CardHeader, toast } from '@vaktplan/ui';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { Page } from '@/features/shell/page';
import { write } from '@/lib/api';
import { asProblem } from '@/lib/problem';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { useProblemWords } from '@/lib/problem-words';
import { useWords } from '@/lib/words';
import { FailedJobs } from './failed-jobs';
import { Overview, type WebServer } from './overview';
import { Queues } from './queues';
import { failedJobsResource, schedulesResource, statusResource } from './resources';
import { Schedules } from './schedules';
import { ListLoading, StatusLoading } from './status-loading';

const often = { refetchInterval: 5_000 };
const seldom = { refetchInterval: 30_000 };

/** For who runs the place: is all well, what failed, and what is to come. Looks again by itself. */
export function StatusPage({ web }: { web: WebServer }) {
  const t = useWords('operations');
  const shell = useWords('shell');
  const status = useResource(statusResource, often);
  const failed = useResource(failedJobsResource, { refetchInterval: 10_000 });
  const schedules = useResource(schedulesResource, seldom);
  return (
    <Page
      title={shell('status')}
      description={shell('statusLead')}
      actions={status.data?.board && <BoardButton />}
    >
      <div className="grid grid-cols-1 gap-5">
        <QueryRegion query={status} loading={<StatusLoading />}>
          {(view) => <Overview view={view} web={web} />}
        </QueryRegion>
        <Card aria-labelledby="failed-jobs" className="overflow-hidden">
          <CardHeader id="failed-jobs" title={t('failedJobs')} description={t('failedJobsHint')} />
          <QueryRegion query={failed} loading={<ListLoading label={t('loadingFailed')} />}>
            {(list) => <FailedJobs list={list} />}
          </QueryRegion>
        </Card>
        <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-2">
          <Queues queues={status.data?.queues} />
          <Card aria-labelledby="schedules" className="overflow-hidden">
            <CardHeader id="schedules" title={t('schedules')} description={t('schedulesHint')} />
            <QueryRegion query={schedules} loading={<ListLoading label={t('loadingSchedules')} />}>
              {(list) => <Schedules schedules={list.data} />}
            </QueryRegion>
          </Card>
        </div>
      </div>
    </Page>
  );
}

function BoardButton() {
  const t = useWords('operations');
  const wordsOf = useProblemWords();
  const [opening, setOpening] = useState(false);
  const open = async () => {
    setOpening(true);
    try {
      const { url } = await write('POST', getBoardStatusUrl(), { schema: QueueBoardView });
      location.assign(url);
    } catch (error) {
      toast.error(wordsOf(asProblem(error)));
      setOpening(false);
    }
  };
  return (
    <Button loading={opening} onClick={() => void open()}>
      <ExternalLink />
      {t('board')}
    </Button>
  );
}
