import { html, type Html } from './html.ts';

/** A mail without sender and reference, ready to be sent. */
export type Mail = {
  to: { address: string; name: string };
  subject: string;
  html: string;
  text: string;
};

type Page = {
  language: string;
  direction: 'ltr' | 'rtl';
  title: string;
  greeting: string;
  body: Html;
  button: { label: string; url: string };
  footer: string;
};

/** A paragraph of a mail's body. */
export const paragraph = (text: string): Html =>
  html`<p style="margin:8px 0 0;font-size:15px;line-height:1.5">${text}</p>`;

/** The frame of every mail. Styles stand in the tags, as mail programs drop style sheets. */
export const mailPage = ({ language, direction, title, greeting, body, button, footer }: Page): string =>
  html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${title}</title>
      </head>
      <body
        style="margin:0;padding:24px 12px;background:#f3f4f6;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#111827"
      >
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
          <tr>
            <td align="center">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                style="max-width:560px;background:#ffffff;border-radius:12px;border:1px solid #e5e7eb"
              >
                <tr>
                  <td style="padding:28px 28px 8px">
                    <div style="font-size:13px;font-weight:600;color:#3730a3">Vaktplan</div>
                    <h1 style="margin:8px 0 0;font-size:22px;line-height:1.3">${title}</h1>
                    <p style="margin:16px 0 0;font-size:15px;line-height:1.5">${greeting}</p>
                    ${body}
                    <p style="margin:24px 0">
                      <a
                        href="${button.url}"
                        style="display:inline-block;padding:12px 20px;border-radius:8px;background:#3730a3;color:#ffffff;font-size:15px;font-weight:600;text-decoration:none"
                        >${button.label}</a
                      >
                    </p>
                  </td>
                </tr>
                <tr>
                  <td
                    style="padding:16px 28px 24px;border-top:1px solid #e5e7eb;font-size:12px;line-height:1.5;color:#4b5563"
                  >
                    ${footer}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html> `.text;
