import { extensionOf } from '../../../../protocol/shared/attachment-kinds';

// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001F\u007F]/;
/** Beginnings that a browser or a system would take for a page or a program: markup, a shebang, a batch file. */
const STARTS_LIKE_CODE = /^\s*(<[a-z!?/%]|#!|@echo\b|%!PS)/i;
const NAMED_LIKE_CODE =
  /^(html?|xhtml|shtml|svgz?|xml|xslt?|mht(ml)?|m?js|jsx|tsx?|cjs|vbs?|vbe|wsf|wsh|ps1|psm1|bat|cmd|com|exe|sh|bash|py|rb|pl|php\d?|phtml|asp|aspx|jsp|hta|htc|reg|lnk|url|scr|jar|scf|inf|css)$/;

/**
 * Returns whether the decoded content is plain text: no control characters, and neither its beginning nor its name is that of something that runs.
 */
export function isPlainText(text: string, givenName: string): boolean {
  if (hasControls(text) || STARTS_LIKE_CODE.test(text.replace(/^\uFEFF/, ''))) return false;
  return !NAMED_LIKE_CODE.test(extensionOf(givenName.trim()));
}

/** Returns whether the text has control characters, which no plain text has. */
export function hasControls(text: string): boolean {
  return CONTROL.test(text);
}
