import { parseMailAddress, type MailMessage } from '@vaktplan/adapters/mail/mail-message';
import { mailPage, paragraph } from '@vaktplan/core/notify/mail-page';
import { sha256 } from '../sha256.ts';

type Reset = { from: string; to: { address: string; name: string }; webUrl: string; token: string };

/** The mail with the link for a new password; the link is good for an hour. */
export function resetMail({ from, to, webUrl, token }: Reset): MailMessage {
  const url = `${webUrl}/reset-password?token=${encodeURIComponent(token)}`;
  const title = 'Choose a new password';
  const greeting = `Hello ${to.name},`;
  const intro =
    'Somebody asked for a new password for your account at Vaktplan. If that was you, choose it within an hour.';
  const footer = 'If it was not you, do nothing: your password stays as it is.';
  return {
    from: parseMailAddress(from),
    to,
    subject: title,
    text: [greeting, intro, `${title}: ${url}`, footer, ''].join('\n\n'),
    html: mailPage({
      language: 'en',
      direction: 'ltr',
      title,
      greeting,
      body: paragraph(intro),
      button: { label: title, url },
      footer,
    }),
    referenceId: `reset-password:${sha256(token)}`,
  };
}
