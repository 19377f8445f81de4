'use client';
import { MailList } from '@vaktplan/contracts/http/developer';
import { Button, Card, cn, EmptyState, Loading, Skeleton } from '@vaktplan/ui';
import { MailOpen, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useMe } from '@/features/shell/me';
import { Page } from '@/features/shell/page';
import { QueryRegion } from '@/lib/query-region';
import { resource } from '@/lib/resource';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';

type Mail = MailList['data'][number];

const mailsResource = resource('/dev/mails', MailList);

/** Local mode: what would have been sent. */
export function Mails() {
  const t = useWords('mails');
  const empty = <EmptyState icon={<MailOpen />} title={t('none')} description={t('noneHint')} />;
  const query = useResource(mailsResource, { refetchInterval: 5_000 });
  return (
    <Page
      title={t('title')}
      description={t('lead')}
      actions={
        <Button onClick={() => void query.refetch()} loading={query.isRefetching}>
          <RefreshCw />
          {t('refresh')}
        </Button>
      }
    >
      <Card className="overflow-hidden">
        <QueryRegion
          query={query}
          loading={<MailsLoading />}
          empty={empty}
          isEmpty={(list) => list.data.length === 0}
        >
          {(list) => <MailBox mails={list.data} />}
        </QueryRegion>
      </Card>
    </Page>
  );
}

function MailBox({ mails }: { mails: Mail[] }) {
  const t = useWords('mails');
  const format = useFormat();
  const { organization } = useMe();
  const [openId, setOpenId] = useState<string>();
  const open = mails.find((mail) => mail.id === openId) ?? mails[0];
  return (
    <div className="grid md:grid-cols-[320px_1fr] md:divide-x md:divide-border">
      <ul
        aria-label={t('list')}
        className="max-h-[36dvh] divide-y divide-border overflow-y-auto md:max-h-[70dvh]"
      >
        {mails.map((mail) => (
          <li key={mail.id}>
            <button
              type="button"
              aria-current={mail.id === open?.id || undefined}
              onClick={() => setOpenId(mail.id)}
              className={cn(
                'block w-full px-4 py-3 text-start hover:bg-surface-2 focus-visible:-outline-offset-2',
                mail.id === open?.id && 'bg-accent',
              )}
            >
              <span className="block truncate font-medium">{mail.subject}</span>
              <span className="block truncate text-[13px] text-muted">{mail.to}</span>
              <span className="block text-xs text-muted">
                {format.moment(mail.sentAt, organization.zone)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <article className="min-w-0 p-5 max-md:border-t max-md:border-border">
          <h2 className="text-base font-semibold">{open.subject}</h2>
          <p className="text-[13px] text-muted">{t('to', { address: open.to })}</p>
          <pre dir="auto" className="mt-4 font-sans text-sm leading-6 break-words whitespace-pre-wrap">
            {withLinks(open.text)}
          </pre>
        </article>
      )}
    </div>
  );
}

/** Addresses in the text become links; the html part is never run here. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+)/g).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part} className="break-all text-primary underline underline-offset-2">
        {part}
      </a>
    ) : (
      part
    ),
  );
}

function MailsLoading() {
  const t = useWords('mails');
  return (
    <Loading label={t('loading')} className="h-80 space-y-4 p-4">
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-14 max-w-72" />
      ))}
    </Loading>
  );
}
