const marker = /^(?:<{7}|\|{7}|={7}|>{7})(?![<|=>])[^\n]{0,200}$/gm;

/**
 * A text with blanks where a version control system wrote its markers of a conflict, so that both sides of it are read:
 * the compiler skips the second. As long as it was.
 */
export const withoutMarkers = (text: string): string =>
  text.includes('<<<<<<< ') && text.includes('>>>>>>>')
    ? text.replace(marker, (line) => ' '.repeat(line.length))
    : text;
