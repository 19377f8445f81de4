import account from './account.json';
import board from './board.json';
import broken from './broken.json';
import budget from './budget.json';
import calendar from './calendar.json';
import dashboard from './dashboard.json';
import fields from './fields.json';
import findings from './findings.json';
import flags from './flags.json';
import grid from './grid.json';
import kiosk from './kiosk.json';
import kiosks from './kiosks.json';
import letters from './letters.json';
import lineFlags from './lineFlags.json';
import mails from './mails.json';
import myShifts from './myShifts.json';
import operations from './operations.json';
import payRules from './payRules.json';
import people from './people.json';
import places from './places.json';
import plan from './plan.json';
import planHistory from './planHistory.json';
import planPrint from './planPrint.json';
import planPublish from './planPublish.json';
import planRepeat from './planRepeat.json';
import planShift from './planShift.json';
import profile from './profile.json';
import punch from './punch.json';
import said from './said.json';
import shell from './shell.json';
import signInProblems from './signInProblems.json';
import steps from './steps.json';
import stray from './stray.json';
import timeRules from './timeRules.json';
import timesheet from './timesheet.json';
import timesheets from './timesheets.json';
import trouble from './trouble.json';

/** What only the web app says. */
export default {
  account,
  board,
  broken,
  budget,
  calendar,
  dashboard,
  fields,
  findings,
  flags,
  grid,
  kiosk,
  kiosks,
  letters,
  lineFlags,
  mails,
  myShifts,
  operations,
  payRules,
  people,
  places,
  plan,
  planHistory,
  planPrint,
  planPublish,
  planRepeat,
  planShift,
  profile,
  punch,
  said,
  shell,
  signInProblems,
  steps,
  stray,
  timeRules,
  timesheet,
  timesheets,
  trouble,
};
