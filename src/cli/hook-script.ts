import { shellWord } from '../text/visible.ts';

/** The line by which keyscan knows its own hook. */
export const hookMark = '# keyscan hook: `keyscan hook uninstall` takes it out again.';

/** What a hook that was there before is called. */
export const formerName = 'pre-commit.before-keyscan';

/**
 * A pre-commit hook for `sh`, also run as `sh -e`: the former hook first, then keyscan on what the commit adds.
 * Where keyscan cannot be found the commit is stopped: a check that is silently gone protects nobody.
 * @param node the program that runs JavaScript, absolute @param program this package's own file, absolute
 */
export function hookScript(node: string, program: string): string {
  return `#!/bin/sh
${hookMark}
former=\${0%/*}/${formerName}
if [ -x "$former" ]; then
  "$former" "$@" || exit $?
fi

code=0
if [ -x ./node_modules/.bin/keyscan ]; then
  # A desktop program starts hooks with a PATH that may lack node.
  PATH="$PATH:"${shellWord(node.replace(/\/[^/]*$/, ''))}
  export PATH
  ./node_modules/.bin/keyscan --staged --quiet || code=$?
elif [ -x ${shellWord(node)} ] && [ -f ${shellWord(program)} ]; then
  ${shellWord(node)} ${shellWord(program)} --staged --quiet || code=$?
elif command -v keyscan >/dev/null 2>&1; then
  keyscan --staged --quiet || code=$?
else
  echo 'keyscan: the commit is stopped: this hook cannot find keyscan any more.' >&2
  echo 'Install it again (npm install --save-dev @keyscan/cli), or take the hook out: rm "'"$0"'"' >&2
  exit 1
fi

if [ "$code" -eq 1 ]; then
  echo 'keyscan: the commit is stopped. The ways out:' >&2
  echo '  - take the value out of the file, stage it again, commit;' >&2
  echo '  - it is harmless: keyscan ignore ID --reason "why", stage .keyscan/ignores.jsonl, commit;' >&2
  echo '    or a comment on its line: keyscan:allow RULE -- why;' >&2
  echo '  - without any check, this once: git commit --no-verify.' >&2
elif [ "$code" -ne 0 ]; then
  echo "keyscan: the commit is stopped: it could not be checked (exit code $code)." >&2
  echo 'Without any check, this once: git commit --no-verify.' >&2
fi
exit "$code"
`;
}
