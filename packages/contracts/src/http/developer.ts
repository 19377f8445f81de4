import * as z from 'zod';

/** Local mode only: what would have been sent. */
export const MailView = z
  .object({
    id: z.string(),
    to: z.string(),
    subject: z.string(),
    sentAt: z.iso.datetime(),
    text: z.string(),
    html: z.string(),
  })
  .meta({ id: 'Mail' });
export const MailList = z
  .object({ data: z.array(MailView), meta: z.object({ count: z.int() }) })
  .meta({ id: 'MailList' });
export type MailList = z.infer<typeof MailList>;
