import * as z from 'zod';
import { Id, LocalDate } from './primitives.ts';

/** The queues of the document, by workload, with their options. */
export const QUEUES = {
  'email-notifications': { attempts: 3, backoff: 'exponential', priority: 'high' },
  'push-notifications': { attempts: 3, backoff: 'exponential', priority: 'high' },
  'payroll-calculation': { attempts: 3, backoff: 'exponential', priority: 'high' },
  events: { attempts: 5, backoff: 'exponential', priority: 'medium' },
  webhooks: { attempts: 8, backoff: 'exponential', priority: 'medium' },
  'report-generation': { attempts: 2, backoff: 'exponential', priority: 'medium' },
  'data-sync': { attempts: 1, backoff: 'exponential', priority: 'low' },
} as const;
export type QueueName = keyof typeof QUEUES;

const base = { organizationId: Id };

/**
 * The catalogue of jobs: name -> queue and payload. A handler map must cover it (`satisfies`), so a missing handler
 * does not compile. Payloads hold ids; the row has the rest. New fields are optional.
 */
export const JOBS = {
  /** One mail to one person about one publication; 100 shifts for 40 people are 40 of these. */
  'send-shift-notification': {
    queue: 'email-notifications',
    schema: z.object({
      ...base,
      eventId: Id,
      publicationId: Id,
      employeeId: Id,
      type: z.enum(['schedule_published', 'schedule_unpublished']),
    }),
  },
  'send-invitation': {
    queue: 'email-notifications',
    schema: z.object({ ...base, eventId: Id, employeeId: Id, invitationId: Id }),
  },
  /**
   * One notification to the phones of the person it is for. `tries`: how often a service has asked to come again later,
   * `held`: how often quiet hours have put it back.
   */
  'send-push': {
    queue: 'push-notifications',
    schema: z.object({
      ...base,
      notificationId: Id,
      userId: Id,
      tries: z.int().min(0).optional(),
      held: z.int().min(0).optional(),
    }),
  },
  /** Fans a publication out: in-app notifications, then one mail job a person. */
  'notify-publication': { queue: 'events', schema: z.object({ ...base, eventId: Id }) },
  /** Judges hours by a plan that was published after they were worked, or of which a decision was taken back since. */
  'rejudge-hours': { queue: 'events', schema: z.object({ ...base, eventId: Id }) },
  /** In-app, for the published shifts of `days` local days (default 1) from `date` (default tomorrow) on. */
  'remind-upcoming-shifts': {
    queue: 'data-sync',
    schema: z.object({ ...base, date: LocalDate.optional(), days: z.int().min(1).max(31).optional() }),
  },
  /** "Your shift starts soon", for those who have a phone and are not at work yet. */
  'remind-starting-shifts': { queue: 'data-sync', schema: z.object(base) },
  /** Of one organisation. */
  'clean-up': { queue: 'data-sync', schema: z.object(base) },
  /** Deletes objects of one organisation's files that were announced and never came, or are removed. */
  'sweep-files': { queue: 'data-sync', schema: z.object(base) },
  /** Unlocked pay periods of one organisation whose time is up. */
  'relock-pay-periods': { queue: 'data-sync', schema: z.object(base) },
  /** Entries within the tolerances of locations that wish it. */
  'approve-automatically': { queue: 'data-sync', schema: z.object(base) },
  /** Positions and photos that are older than the organisation keeps them. */
  'forget-outdated': { queue: 'data-sync', schema: z.object(base) },
  /** Entries of one organisation that nobody clocked out of. */
  'close-forgotten-entries': { queue: 'data-sync', schema: z.object(base) },
  /** Chains the events of one organisation, for the audit. */
  'seal-events': { queue: 'data-sync', schema: z.object(base) },
  /** Compares the events of one organisation with their chain. */
  'verify-audit': { queue: 'data-sync', schema: z.object(base) },
  /** Makes the coming months of the events' table and removes those that are no longer kept. */
  'keep-events': { queue: 'data-sync', schema: z.object({}) },
  /** Of one organisation, or of all when none is named. */
  'sync-schedulers': { queue: 'data-sync', schema: z.object({ organizationId: Id.optional() }) },
} as const satisfies Record<string, { queue: QueueName; schema: z.ZodType }>;

export type JobName = keyof typeof JOBS;
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]['schema']>;
