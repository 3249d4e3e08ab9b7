import type { Judgement, LiteralSite } from '../src/model/index.ts';
import {
  b62,
  because,
  defineSyntaxRule,
  fake,
  fakePassword,
  givesConstant,
  givesToOwn,
  leakBetween,
  looksOf,
  mayGiveConstant,
  mayTakeCredential,
  mostForGuess,
  nameKind,
} from '../src/rule-kit/index.ts';

const isConstant = ({ built }: LiteralSite): boolean =>
  built.kind === 'imported' || (built.kind === 'folded' && built.how.join() === 'constant');

/** A text that only the name says is a credential which it is given to: an option, a parameter. */
function judge(site: LiteralSite): Judgement | undefined {
  const { name, text, holes, role, call } = site;
  if (holes || name === undefined) return undefined;
  const isArgument = role === 'argument' && call?.module === '.';
  const isOption = (role === 'property' || role === 'attribute') && isConstant(site) && call?.module !== '.';
  const kind = isArgument || isOption ? nameKind(name) : undefined;
  if (kind === undefined) return undefined;
  const looks = looksOf(text);
  if ('reason' in looks) return undefined;
  const isLikely = looks.strength === 'random' || (kind === 'password' && looks.strength === 'mixed' && looks.chosen);
  return isLikely ? because(`it is given as ${name}`) : undefined;
}

const path = 'src/client.tsx';

export const namedLater = [
  defineSyntaxRule({
    id: 'named-later-secret',
    title: 'Secret that only what it is given to calls one',
    severity: 'high',
    confidence: 'medium',
    description: 'Gives its holder what the service behind it allows. Only what it is given to tells what it is.',
    remediation: 'Change it where it is used: whoever has read the source has it.',
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
    broad: true,
    anchors: [
      ...(['i:key={', 'i:token={', 'i:secret={', 'i:password={', 'i:key: ', 'i:token: ', 'i:secret: '] as const),
      ...(['i:password: ', 'i:pass: ', ':${', 'i:password)', 'i:secret)', 'i:token)', 'i:key)', 'i:pass)'] as const),
      ...(['i:password,', 'i:secret,', 'i:password:', 'i:secret:', 'i:token:', 'i:key:'] as const),
    ],
    paths: /(?<!\.d)\.(?!json)\w+$/,
    reach: { before: 160, after: 80 },
    mayMatch: (text) => {
      if (text.length > mostForGuess) return false;
      const may = [mayGiveConstant(text), mayTakeCredential(text)];
      // The constant, or the call, may stand anywhere in the file.
      return (
        (may[0] && givesConstant(text)) || (may[1] && givesToOwn(text)) || (may.includes(true) ? undefined : false)
      );
    },
    literal: judge,
    examples: () => ({
      leaks: [
        leakBetween("const main = '", fake(b62, 32, 1), "';\nexport const client = connect({ apiKey: main });\n", path),
        leakBetween(
          "const main = '",
          fake(b62, 32, 2),
          "';\nexport const Page = () => <Pay secretKey={main} />;\n",
          path,
        ),
        leakBetween("const word = '", fakePassword(3, 14), "';\nconnect({ user: 'app', password: word });\n", path),
        leakBetween(
          "function open(user: string, password: string) {}\nopen('app', '",
          fakePassword(6, 14),
          "');\n",
          path,
        ),
      ],
      clean: [
        { text: `function open(title: string, password: string) {}\nopen('${fake(b62, 32, 7)}', word);`, path },
        { text: `const main = '${fake(b62, 32, 4)}';\nexport const client = connect({ id: main });`, path },
        { text: "const main = 'primary-button-2';\nexport const client = connect({ apiKey: main });", path },
        { text: 'const main = process.env.MAIN;\nexport const client = connect({ apiKey: main });', path },
        { text: `const main = '${fake(b62, 32, 5)}';\nexport const client = connect({ apiKey: main() });`, path },
      ],
    }),
  }),
];
