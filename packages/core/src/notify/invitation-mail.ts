import { html } from './html.ts';
import { letterWords } from './letter-words.ts';
import { dayText } from './local-text.ts';
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
  const { t, language, direction, tag } = letterWords(organization.locale);
  const values = { organization: organization.name };
  const title = t('join_title', values);
  const greeting = t('hello', { name: to.name });
  const intro = t('join_intro', values);
  const note = t('join_until', { day: dayText(lastDay, tag) });
  const footer = t('join_why', values);
  const label = t('join');
  return {
    to,
    subject: title,
    text: [greeting, intro, `${label}: ${url}`, note, footer, ''].join('\n\n'),
    html: mailPage({
      language,
      direction,
      title,
      greeting,
      body: html`${paragraph(intro)}${paragraph(note)}`,
      button: { label, url },
      footer,
    }),
  };
}
