'use client';
import type { CalendarFeedView } from '@vaktplan/contracts/http/calendar-feeds';
import { Button, buttonVariants, Input, toast } from '@vaktplan/ui';
import { CalendarPlus, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useWords } from '@/lib/words';

type CalendarAddressProps = {
  feed: CalendarFeedView;
  busy: boolean;
  onRenew: () => void;
  onRevoke: () => void;
};

/** The address to subscribe to, and what to do when it got into the wrong hands. */
export function CalendarAddress({ feed, busy, onRenew, onRevoke }: CalendarAddressProps) {
  const { url } = feed;
  const t = useWords('calendar');
  const field = useRef<HTMLInputElement>(null);
  /** The clipboard is there over https and on this machine only; elsewhere the text stands selected. */
  const copy = async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      toast.success(t('copied'));
    } catch {
      toast(t('copyByHand'));
      field.current?.focus();
    }
  };
  return (
    <div className="grid gap-3">
      {url ? (
        <>
          <div className="flex gap-2">
            <Input
              ref={field}
              aria-label={t('address')}
              readOnly
              value={url}
              onFocus={(event) => event.target.select()}
              className="font-mono text-xs"
            />
            <Button aria-label={t('copyAddress')} onClick={() => void copy(url)}>
              <Copy /> {t('copy')}
            </Button>
          </div>
          <a
            href={url.replace(/^https?:/, 'webcal:')}
            className={buttonVariants({ className: 'justify-self-start' })}
          >
            <CalendarPlus /> {t('open')}
          </a>
        </>
      ) : (
        <p className="text-sm">{t('unknown')}</p>
      )}
      <p className="text-[13px] text-muted">{t('hint')}</p>
      <div className="flex flex-wrap gap-2">
        <AskTwice words={t('renew')} question={t('renewAsk')} busy={busy} onDone={onRenew} />
        <AskTwice words={t('end')} question={t('endAsk')} busy={busy} onDone={onRevoke} />
      </div>
    </div>
  );
}

/** Done on the second press: what already subscribed stops working. */
function AskTwice(props: { words: string; question: string; busy: boolean; onDone: () => void }) {
  const [asked, setAsked] = useState(false);
  return (
    <Button
      variant={asked ? 'danger' : 'ghost'}
      disabled={props.busy}
      onBlur={() => setAsked(false)}
      onClick={() => {
        if (asked) props.onDone();
        setAsked(!asked);
      }}
    >
      {asked ? props.question : props.words}
    </Button>
  );
}
