import account from './account.json';
import board from './board.json';
import calendar from './calendar.json';
import dashboard from './dashboard.json';
import fields from './fields.json';
import flags from './flags.json';
import kiosk from './kiosk.json';
import lineFlags from './lineFlags.json';
import myShifts from './myShifts.json';
import profile from './profile.json';
import punch from './punch.json';
import shell from './shell.json';
import signInProblems from './signInProblems.json';
import steps from './steps.json';
import timesheet from './timesheet.json';
import trouble from './trouble.json';

/** What only the web app says. */
export default {
  account,
  board,
  calendar,
  dashboard,
  fields,
  flags,
  kiosk,
  lineFlags,
  myShifts,
  profile,
  punch,
  shell,
  signInProblems,
  steps,
  timesheet,
  trouble,
};
