// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { followFocus, returnFocus } from './focus-return.ts';

let unfollow = () => {};
afterEach(() => unfollow());

const $ = (selector: string) => document.querySelector<HTMLElement>(selector)!;

/** What has the focus once something over the page, where it was, has closed. */
function afterClosing(page: string, closing: () => void): string | undefined {
  document.body.innerHTML = `<main tabindex="-1"><button id="from"></button></main>${page}`;
  unfollow = followFocus();
  $('#from').focus();
  $('[role=dialog] button').focus();
  closing();
  returnFocus();
  return document.activeElement?.id || document.activeElement?.tagName;
}

const DIALOG = '<div role="dialog" id="one"><button></button></div>';

test('goes back to where it was on the page', () => {
  expect(afterClosing(DIALOG, () => $('#one').remove())).toBe('from');
});

test('goes into the dialog that took its place', () => {
  const next = '<div role="dialog"><button id="next"></button></div>';
  expect(afterClosing(DIALOG + next, () => $('#one').remove())).toBe('next');
});

test('stays where it is in another dialog', () => {
  const next = '<div role="dialog"><button id="next"></button><input id="field"></div>';
  const closing = () => {
    $('#one').remove();
    $('#field').focus();
  };
  expect(afterClosing(DIALOG + next, closing)).toBe('field');
});

test('goes to the content when the place is gone', () => {
  const closing = () => {
    $('#one').remove();
    $('#from').remove();
  };
  expect(afterClosing(DIALOG, closing)).toBe('MAIN');
});

test('or to the grid in it', () => {
  const closing = () => {
    $('#one').remove();
    $('#from').remove();
    $('main').innerHTML = '<div role="grid"><div tabindex="0" id="cell"></div></div>';
  };
  expect(afterClosing(DIALOG, closing)).toBe('cell');
});
