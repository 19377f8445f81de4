import type { DomainEvent } from '@vaktplan/contracts/events';
import type { Span, Tracing } from '@vaktplan/platform/tracing';
import * as z from 'zod';
import type { ClaimedEvent } from './claim-events.ts';

/** What goes along with a job or a signal, so that its trace and its log lines can be found by the change behind it. */
export const Carried = z.object({ traceparent: z.string().optional(), correlationId: z.string().optional() });
export type Carried = { traceparent?: string; correlationId?: string };

export type EventSpans = {
  carriedBy: (event: DomainEvent) => Carried;
  end: (error?: unknown) => void;
};

/** One span for the dispatch of each event that a traced change wrote. */
export function startEventSpans(tracing: Tracing | undefined, claimed: readonly ClaimedEvent[]): EventSpans {
  const spans = new Map<string, Span>();
  if (tracing) {
    for (const { event, ageSeconds } of claimed) {
      const { traceparent: parent } = event.metadata;
      if (parent === undefined) continue;
      const attributes = {
        'messaging.message.id': event.eventId,
        'vaktplan.organization_id': event.organizationId,
        'vaktplan.outbox_age_ms': Math.round(ageSeconds * 1000),
      };
      spans.set(
        event.eventId,
        tracing.start(`relay ${event.eventType}`, { kind: 'producer', parent, attributes }),
      );
    }
  }
  return {
    carriedBy: ({ eventId, metadata: { correlationId } }) => {
      const traceparent = spans.get(eventId)?.traceparent;
      return { ...(traceparent && { traceparent }), ...(correlationId && { correlationId }) };
    },
    end: (error) => {
      for (const span of spans.values()) span.end(error);
    },
  };
}
