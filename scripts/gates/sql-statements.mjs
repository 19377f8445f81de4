/**
 * @typedef {object} Statement
 * @property {string} text one statement on one line, without comments and without its semicolon
 * @property {string} said the comment lines right before it
 */

const PIECE =
  /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|\/\*[\s\S]*?\*\/|;|[^-'"$;/]+|[\s\S]/g;

/** The statements of a migration; a semicolon in a string, a name, a body or a comment ends none. @param {string} sql @returns {Statement[]} */
export function statementsOf(sql) {
  /** @type {Statement[]} */
  const statements = [];
  let text = '';
  let said = '';
  const end = () => {
    const line = text.replace(/\s+/g, ' ').trim();
    if (line) statements.push({ text: line, said: said.trim() });
    if (line) said = '';
    text = '';
  };
  for (const [piece] of sql.matchAll(PIECE)) {
    if (piece.startsWith('-->')) end();
    else if (piece.startsWith('--')) said += text.trim() ? '' : `${piece.slice(2).trim()}\n`;
    else if (piece === ';') end();
    else if (!piece.startsWith('/*')) text += piece;
  }
  end();
  return statements;
}

/** Splits at commas outside of brackets and strings. @param {string} list @returns {string[]} */
export function partsOf(list) {
  const parts = [''];
  let depth = 0;
  for (const [piece] of list.matchAll(/'(?:[^']|'')*'|[\s\S]/g)) {
    if ('([{'.includes(piece)) depth++;
    if (')]}'.includes(piece)) depth--;
    if (piece === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts.map((part) => part.trim());
}
