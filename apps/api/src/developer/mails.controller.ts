import { Controller, Get, Inject } from '@nestjs/common';
import { listMails, readMail } from '@vaktplan/adapters/mail/folder';
import { AppError } from '@vaktplan/contracts/errors';
import { MailList } from '@vaktplan/contracts/http/developer';
import { Can } from '../http/access.ts';
import { Answers } from '../http/answers.ts';
import { SERVICES, type Services } from '../services.ts';

const MOST = 50;

/** On one's own machine: the mails that would have been sent, newest first. Elsewhere there is nothing here. */
@Controller('dev/mails')
export class MailsController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Can('developer:read')
  @Answers(MailList)
  async list(): Promise<MailList> {
    const { VAKTPLAN_MODE, MAIL_DIR } = this.services.env;
    if (VAKTPLAN_MODE !== 'local' || !MAIL_DIR) throw new AppError('not_found');
    const found = await listMails(MAIL_DIR, MOST);
    const mails = await Promise.all(found.map(({ id }) => readMail(MAIL_DIR, id)));
    const data = mails
      .filter((mail) => mail !== undefined)
      .map(({ id, to, subject, sentAt, text, html }) => ({
        id,
        to: to.address,
        subject,
        sentAt,
        text,
        html,
      }));
    return { data, meta: { count: data.length } };
  }
}
