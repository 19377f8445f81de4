import fields from './fields.json';
import shell from './shell.json';
import trouble from './trouble.json';

/** What only the web app says. */
export default { fields, shell, trouble };
