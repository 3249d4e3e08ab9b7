import type { Assignment, Evidence, Judgement } from '../src/model/index.ts';
import {
  b62,
  b64,
  defineGenericRule,
  fake,
  fakePassword,
  fakeUuid,
  held,
  hex,
  isShown,
  isUuid,
  leak,
  leakIn,
  looksOf,
  type NameKind,
  nameKind,
  refused,
  type ValueLooks,
} from '../src/rule-kit/index.ts';

const references = ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'] as const;
const moveOut = 'Change it where it is used: whoever has read the source has it.';

/** Files whose names and values are texts for people, or digests of packages. */
const texts =
  /(?:^|\/)(?:locales?|i18n|l10n|lang|langs|languages?|translations?|messages)(?:\/|[._-])|\.(?:po|pot|xlf|xliff|resx|strings|arb|svg|css|scss|less|snap)$|(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|[\w.-]+\.lock|go\.sum|[\w.-]*\.min\.(?:js|css))$/i;
const minified = /\.min\.js$/i;
const header = /^x-(?:[a-z]+-)*(?:api-?key|token|secret)$/i;
/** Calls that ask for a value by name instead of setting one. */
const asks =
  /^(?:get|has|is|reset|revoke|rotate|update|list|load|look|search|find|query|select|delete|remove|translate|t|test|describe|it|expect|require|input|prompt|read|fetch|check|validate|verify|with|by|use|parse|decode|contains|create|make|new|generate|throw|assert|match|replace|split|starts|ends)/i;
const configuration =
  /(?:^|\/)\.?env[\w.-]*$|\.(?:env|ini|cfg|conf|config|properties|ya?ml|toml|json|jsonc|json5|xml|tfvars|tf|hcl|plist|sh|bash|zsh|ps1|bat|cmd|dockerfile|sql|reg|npmrc|netrc|pypirc)$|(?:^|\/)(?:Dockerfile|docker-compose|Makefile|Jenkinsfile|Vagrantfile)[\w.-]*$/i;

function common(assignment: Assignment, kinds: readonly NameKind[]): { looks: ValueLooks; kind: NameKind } | Judgement {
  const { name, value, operator, path } = assignment;
  const kind = nameKind(name);
  if (kind === undefined || !kinds.includes(kind)) return held('not-a-value');
  // `('auth', '0001_initial')`: the name of a module beside that of a part of it.
  if (operator === 'comma' && name === 'auth') return held('not-a-value');
  // `['newPassword', 'ne2Password']`: names of fields, one beside the other.
  if (operator === 'comma' && /^[a-z]\w{2,40}$/.test(value) && nameKind(value) !== undefined)
    return held('not-a-value');
  const own = name.slice(name.lastIndexOf('.') + 1);
  if (operator === 'call' && asks.test(own) && !/^with_?pass/i.test(own)) return held('not-a-value');
  // `SET_PASSWORD = 'SET_PASSWORD_2'`: a constant that is its own name, as those of actions and events are.
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(own) && value.includes(own)) return held('not-a-value');
  const looks = looksOf(value);
  // What is minified is code of others, but for a header that carries a key.
  const isHeader = minified.test(path) && header.test(name) && 'strength' in looks && looks.strength === 'random';
  if (texts.test(path) && !isHeader) return held('path');
  if ('reason' in looks) return refused(looks);
  return { looks, kind };
}

const evidence = (text: string, weight: Evidence['weight']): Evidence => ({ text, weight });
const weak: readonly Assignment['operator'][] = ['compare', 'space', 'comma'];

/** Says how sure an assignment is from what the value, the way it is given and the file look like. */
function judged(assignment: Assignment, looks: ValueLooks, kind: NameKind): Judgement {
  const { operator, path, value } = assignment;
  const found: Evidence[] = [evidence(`the name says ${kind === 'key' ? 'it is a key' : `it is a ${kind}`}`, 0)];
  if (looks.strength === 'random') found.push(evidence('the value looks drawn at random', looks.length >= 20 ? 1 : 0));
  if (looks.strength === 'mixed') {
    const short = kind === 'secret' && looks.chosen ? 8 : 12;
    const isWeakForKind = kind !== 'password' && (isUuid(value) ? kind === 'token' : looks.length < short);
    found.push(
      evidence(
        isUuid(value) ? 'the value is a UUID' : 'the value mixes letters, digits or signs',
        isWeakForKind ? -1 : 0,
      ),
    );
  }
  if (looks.strength === 'word') found.push(evidence('the value could be a word', -1));
  if (looks.strength === 'joined')
    found.push(evidence('the value is words and a number', isPhrase(kind, value) ? 0 : -1));
  const isSure = looks.chosen || (kind === 'password' && looks.strength !== 'word' && looks.length >= 7);
  // A password that somebody chose and that a program compares with opens it, unless a test is what compares.
  const isDoor = operator === 'compare' && kind === 'password' && looks.chosen && !isShown(path);
  if (weak.includes(operator) && looks.strength !== 'random' && !isDoor && !(isSure && operator !== 'compare'))
    found.push(
      evidence(operator === 'compare' ? 'it is only compared with' : 'name and value only stand side by side', -1),
    );
  if (isShown(path) && looks.strength !== 'random' && !looks.chosen)
    found.push(evidence('stands in a test, an example or a document', -1));
  if (kind === 'salt') found.push(evidence('a salt is seldom secret alone', -1));
  if (configuration.test(path) && looks.strength === 'mixed') found.push(evidence('stands in configuration', 0));
  return { kind: 'plausible', evidence: found };
}

/** What is given to the name of a password is one, words or not; a secret of words is rather the name of one. */
const isPhrase = (kind: NameKind, value: string): boolean =>
  value.length >= 7 &&
  (kind === 'password' || (kind === 'secret' && value.length >= 14 && /^[A-Za-z0-9]+$/.test(value)));

const examplesOfNothing = [
  'password = os.environ["DB_PASSWORD"]',
  'password: "${DB_PASSWORD}"',
  '"passwordLabel": "Enter your password"',
  "const tokenUrl = 'https://auth.example.com/oauth/token'",
  'password = "changeme"',
] as const;

export const generic = [
  defineGenericRule({
    id: 'generic-password',
    title: 'Password',
    severity: 'high',
    confidence: 'medium',
    description: 'Opens what it protects to whoever reads the source: a database, a server, an account.',
    remediation: moveOut,
    references,
    judge: (assignment) => {
      const seen = common(assignment, ['password']);
      if (!('looks' in seen)) return seen;
      if (seen.looks.length < 5) return held('placeholder');
      return judged(assignment, seen.looks, seen.kind);
    },
    examples: () => ({
      leaks: [
        leak`DB_PASSWORD=${fakePassword(1)}`,
        leakIn('settings.py')`DATABASES = {'default': {'PASSWORD': '${fakePassword(2)}'}}`,
        leakIn('Config.java')`private static final String PASSWORD = "${fakePassword(3)}";`,
      ],
      clean: [...examplesOfNothing],
    }),
  }),
  defineGenericRule({
    id: 'generic-secret',
    title: 'Secret, token or API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Gives its holder what the service behind it allows. Whose it is, only its surroundings tell.',
    remediation: moveOut,
    references,
    judge: (assignment) => {
      const seen = common(assignment, ['secret', 'key', 'token', 'salt']);
      if (!('looks' in seen)) return seen;
      if (
        seen.looks.length < 8 ||
        ((seen.looks.strength === 'word' || seen.looks.strength === 'joined') && seen.kind !== 'secret')
      )
        return held('words');
      return judged(assignment, seen.looks, seen.kind);
    },
    examples: () => ({
      leaks: [
        leak`SESSION_SECRET=${fake(b62, 32, 1)}`,
        leakIn('app.js')`const apiKey = '${fake(b62, 36, 2)}';`,
        leakIn('values.yaml')`accessKey: ${fake(b64, 40, 3)}`,
        leakIn('app.rb')`config.signing_secret = '${fake(hex, 64, 4)}'`,
      ],
      clean: [
        ...examplesOfNothing,
        "const SET_PASSWORD = 'SET_PASSWORD_2';",
        `"sort_key": "${fake(hex, 32, 5)}"`,
        `requestId: "${fakeUuid(6)}"`,
        'const token = "identifier_expected";',
        `public_key = "${fake(b64, 44, 7)}"`,
      ],
    }),
  }),
];
