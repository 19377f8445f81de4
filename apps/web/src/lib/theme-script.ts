/** Runs before first paint, so that pages built beforehand too open in the theme this browser keeps in its cookie. */
export const themeScript =
  'const chosen=/(?:^|; )vp_theme=(light|dark)/.exec(document.cookie);if(chosen)document.documentElement.dataset.theme=chosen[1]';
