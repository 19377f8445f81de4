import { html } from './html.ts';
import { dayText, usableLocale } from './local-text.ts';
import { mailPage, paragraph, type Mail } from './mail-page.ts';

export type InvitationMail = {
  to: Mail['to'];
  organization: { name: string; locale: string };
  /** last day on which the link works, in the organisation's zone */
  lastDay: string;
  /** holds the token */
  url: string;
};

/** The mail that asks somebody to join their organisation. */
export function invitationMail({ to, organization, lastDay, url }: InvitationMail): Mail {
  const until = dayText(lastDay, usableLocale(organization.locale));
  const title = `Join ${organization.name} on Vaktplan`;
  const intro = `${organization.name} plans its work with Vaktplan. Choose a password, and you see your shifts and clock in and out.`;
  const note = `The link is for you alone and works until ${until}.`;
  const footer = `If you do not work at ${organization.name}, ignore this mail.`;
  return {
    to,
    subject: title,
    text: [`Hello ${to.name},`, intro, `Join: ${url}`, note, footer, ''].join('\n\n'),
    html: mailPage({
      title,
      greeting: `Hello ${to.name},`,
      body: html`${paragraph(intro)}${paragraph(note)}`,
      button: { label: 'Join', url },
      footer,
    }),
  };
}
