'use client';
import type { CalendarFeedView } from '@vaktplan/contracts/http/calendar-feeds';
import { Button, buttonVariants, Input, toast } from '@vaktplan/ui';
import { CalendarPlus, Copy } from 'lucide-react';
import { useState } from 'react';

type CalendarAddressProps = {
  feed: CalendarFeedView;
  busy: boolean;
  onRenew: () => void;
  onRevoke: () => void;
};

/** The address to subscribe to, and what to do when it got into the wrong hands. */
export function CalendarAddress({ feed, busy, onRenew, onRevoke }: CalendarAddressProps) {
  const { url } = feed;
  return (
    <div className="grid gap-3">
      {url ? (
        <>
          <div className="flex gap-2">
            <Input
              aria-label="Calendar address"
              readOnly
              value={url}
              onFocus={(event) => event.target.select()}
              className="font-mono text-xs"
            />
            <Button aria-label="Copy the address" onClick={() => void copy(url)}>
              <Copy /> Copy
            </Button>
          </div>
          <a
            href={url.replace(/^https?:/, 'webcal:')}
            className={buttonVariants({ className: 'justify-self-start' })}
          >
            <CalendarPlus /> Open in a calendar
          </a>
        </>
      ) : (
        <p className="text-sm">The address is not known any more. Make a new one to see it.</p>
      )}
      <p className="text-[13px] text-muted">
        Calendars ask for changes every 2 to 24 hours, as they please: for tonight’s shift, look here. Whoever
        has the address can read it, so make a new one if it got into other hands.
      </p>
      <div className="flex flex-wrap gap-2">
        <AskTwice words="New address" question="Replace the address?" busy={busy} onDone={onRenew} />
        <AskTwice words="End subscription" question="End it?" busy={busy} onDone={onRevoke} />
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

/** The clipboard is there over https and on this machine only; elsewhere the text stands selected. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast.success('Copied');
  } catch {
    toast('Press Ctrl+C to copy the address.');
    document.querySelector<HTMLInputElement>('input[aria-label="Calendar address"]')?.focus();
  }
}
