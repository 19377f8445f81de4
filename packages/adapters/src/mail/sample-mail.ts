import type { MailMessage } from './mail-message.ts';

/** A mail as the tests send it. */
export const sampleMail = (changes: Partial<MailMessage> = {}): MailMessage => ({
  from: { address: 'no-reply@vaktplan.test', name: 'Café Ærø' },
  to: { address: 'kari@example.com', name: 'Kari Nordmann' },
  subject: 'Your shifts, week 48 – ændringer',
  html: '<p>Monday 09:00–17:00 <b>Bar</b></p>',
  text: 'Monday 09:00–17:00 Bar',
  referenceId: 'event-1:shift-published:kari',
  ...changes,
});

/** Texts that try to end their header line and start another. */
export const injections = [
  'Hi\r\nBcc: evil@example.com',
  'Hi\nBcc: evil@example.com',
  'Hi\rBcc: evil@example.com',
  'Hi\r\n\r\n<script>alert(1)</script>',
  'Hi\u2028Bcc: evil@example.com',
  'Hi\u0085Bcc: evil@example.com',
  'Hi\0\nBcc: evil@example.com',
  'Hi\u000b\u000cBcc: evil@example.com',
];
