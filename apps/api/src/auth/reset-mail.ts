import { parseMailAddress, type MailMessage } from '@vaktplan/adapters/mail/mail-message';
import { sha256 } from '../sha256.ts';

type Reset = { from: string; to: { address: string; name: string }; webUrl: string; token: string };

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

/** The mail with the link for a new password; the link is good for an hour. */
export function resetMail({ from, to, webUrl, token }: Reset): MailMessage {
  const link = `${webUrl}/reset-password?token=${encodeURIComponent(token)}`;
  const lines = [
    `Hello ${to.name},`,
    'somebody asked for a new password for your account at Vaktplan. If that was you, choose it here within an hour:',
    'If it was not you, do nothing: your password stays as it is.',
  ];
  return {
    from: parseMailAddress(from),
    to,
    subject: 'Choose a new password',
    text: `${lines[0]}\n\n${lines[1]}\n\n${link}\n\n${lines[2]}\n`,
    html: `<p>${escapeHtml(lines[0] ?? '')}</p><p>${lines[1]}</p><p><a href="${escapeHtml(link)}">Choose a new password</a></p><p>${lines[2]}</p>`,
    referenceId: `reset-password:${sha256(token)}`,
  };
}
