import app from './app.json';
import clock from './clock.json';
import hours from './hours.json';
import inbox from './inbox.json';
import lock from './lock.json';
import me from './me.json';
import nav from './nav.json';
import news from './news.json';
import problems from './problems.json';
import queue from './queue.json';
import schedule from './schedule.json';
import settings from './settings.json';
import signIn from './signIn.json';

export default { app, clock, hours, inbox, lock, me, nav, news, problems, queue, schedule, settings, signIn };
