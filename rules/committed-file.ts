import type { Judgement } from '../src/model/index.ts';
import {
  b62,
  definePathRule,
  fake,
  held,
  isEncrypted,
  isPlaceholderWord,
  isReference,
  leakBetween,
  looksOf,
  nameKind,
  plausible,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.github.com/en/get-started/git-basics/ignoring-files'] as const;
const takeOut =
  'Rotate what it holds, take it out of git with `git rm --cached`, and add it to `.gitignore`. Its history still holds it.';

/** One line of a dotenv file: an optional `export`, a name, and a value up to the line's end. */
const dotenvLine = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*[=:][ \t]*(.*)$/gm;

/** Names and values of a dotenv file that are set: not empty, no reference, not encrypted. */
function setVariables(text: string): { name: string; value: string }[] {
  return [...text.matchAll(dotenvLine)]
    .map(([, name = '', rest = '']) => ({ name, value: unquoted(rest) }))
    .filter(({ value }) => value !== '' && !isReference(value) && !isEncrypted(value));
}

const unquoted = (rest: string): string => (/^(["'`])(.*?)\1/.exec(rest)?.[2] ?? rest.replace(/\s#.*$/s, '')).trim();

const mostNames = 8;

/** What a committed dotenv file holds, in words that tell no value. */
function judgeDotenv({ text }: { readonly text: string }): Judgement {
  const variables = setVariables(text);
  const secrets = variables.filter(({ name, value }) => nameKind(name) !== undefined && !('reason' in looksOf(value)));
  if (secrets.length === 0) return held('not-a-value', 'no value in it looks secret');
  const names = secrets.slice(0, mostNames).map(({ name }) => name);
  const more = secrets.length > mostNames ? ` and ${secrets.length - mostNames} more` : '';
  return {
    kind: 'plausible',
    evidence: [
      { text: `${variables.length} values are set; these names hold secrets: ${names.join(', ')}${more}`, weight: 0 },
    ],
  };
}

/** A file whose presence is the leak: unless it is empty or encrypted. */
const presence = ({ text }: { readonly text: string }): Judgement =>
  text.trim() === '' || isEncrypted(text.trimStart()) ? held('encrypted') : plausible;

/** A file that is a leak where one of these stands in it with a value of its own. */
function holding(pattern: RegExp): (content: { readonly text: string }) => Judgement {
  const everywhere = new RegExp(pattern.source, 'gim');
  return ({ text }) => {
    for (const match of text.matchAll(everywhere)) {
      const value = match.groups?.['value'] ?? match.groups?.['value2'] ?? '';
      if (value !== '' && !isReference(value) && !isPlaceholderWord(value) && !/^<|^your|^x+$|example/i.test(value))
        return plausible;
    }
    return held('not-a-value', 'it holds no credential');
  };
}

const notShown = String.raw`(?![^/]*\.(?:example|sample|template|tmpl|dist|defaults?|schema|enc|encrypted|vault|age|gpg|sops)(?:\.|$))`;
const named = (names: string): RegExp => new RegExp(`(?:^|/)${notShown}(?:${names})$`, 'i');

interface Kind {
  readonly id: string;
  readonly title: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  readonly description: string;
  readonly paths: RegExp;
  readonly judge: (content: { readonly text: string }) => Judgement;
  readonly leak: { readonly path: string; readonly text: string };
  readonly clean: { readonly path: string; readonly text: string };
}

const password = (): string => fake(b62, 18, 5);

const kinds: readonly Kind[] = [
  {
    id: 'dotenv-file',
    title: 'Committed .env file',
    severity: 'high',
    description: 'Everyone who can read the repository, now or later, can read the values in it.',
    paths:
      /(?:^|\/)(?:\.env(?!\.(?:example|sample|template|tmpl|dist|defaults?|schema|vault|keys)(?:\.|$))[\w.-]*|\.dev\.vars|\.envrc|[\w-]+\.env|\.flaskenv)$/i,
    judge: judgeDotenv,
    leak: { path: '.env.production', text: `PORT=3000\nDB_PASSWORD=${password()}\n` },
    clean: { path: '.env', text: 'PORT=3000\nNODE_ENV=development\nDB_PASSWORD=\nAPI_KEY=$' + '{FROM_VAULT}\n' },
  },
  {
    id: 'dotenv-keys-file',
    title: 'Committed keys of encrypted .env files',
    severity: 'critical',
    description: 'Decrypts every .env file that was encrypted with dotenvx.',
    paths: /(?:^|\/)\.env\.keys$/,
    judge: holding(/^[ \t]*DOTENV_PRIVATE_KEY\w*[ \t]*=[ \t]*["']?(?<value>[^"'\s]+)/),
    leak: { path: '.env.keys', text: `DOTENV_PRIVATE_KEY="${fake(b62, 64, 6)}"\n` },
    clean: { path: '.env.keys', text: 'DOTENV_PRIVATE_KEY=\n' },
  },
  {
    id: 'netrc-file',
    title: 'Committed .netrc file',
    severity: 'high',
    description: 'Logs in to each machine it names.',
    paths: named('[._]netrc'),
    judge: holding(/\bpassword\s+(?<value>\S+)/),
    leak: { path: '.netrc', text: `machine api.acme.io login me password ${password()}\n` },
    clean: { path: '.netrc', text: 'machine api.acme.io login me password $' + '{TOKEN}\n' },
  },
  {
    id: 'npmrc-file',
    title: 'Committed .npmrc with a credential',
    severity: 'high',
    description: 'Publishes and installs packages as its owner.',
    paths: named(String.raw`\.npmrc|\.yarnrc(?:\.yml)?`),
    judge: holding(/(?:_authToken|_auth|_password|npmAuthToken|npmAuthIdent)\s*[=:]\s*["']?(?<value>[^"'\s]+)/),
    leak: { path: '.npmrc', text: `//registry.acme.io/:_authToken=${password()}\n` },
    clean: { path: '.npmrc', text: '//registry.acme.io/:_authToken=$' + '{NPM_TOKEN}\n' },
  },
  {
    id: 'pypirc-file',
    title: 'Committed .pypirc with a password',
    severity: 'high',
    description: 'Publishes packages as its owner.',
    paths: named(String.raw`\.pypirc`),
    judge: holding(/^[ \t]*password[ \t]*[=:][ \t]*(?<value>\S+)/),
    leak: { path: '.pypirc', text: `[pypi]\nusername = me\npassword = ${password()}\n` },
    clean: { path: '.pypirc', text: '[pypi]\nusername = me\n' },
  },
  {
    id: 'docker-config-file',
    title: 'Committed Docker credentials',
    severity: 'high',
    description: 'Pulls and pushes images as its owner.',
    paths: named(String.raw`\.dockercfg|\.docker/config\.json|\.dockerconfigjson`),
    judge: holding(/"(?:auth|identitytoken|registrytoken)"\s*:\s*"(?<value>[^"]+)"/),
    leak: {
      path: '.docker/config.json',
      text: `{"auths":{"https://r.acme.io":{"auth":"${Buffer.from(`me:${password()}`).toString('base64')}"}}}`,
    },
    clean: { path: '.docker/config.json', text: '{"auths":{},"credsStore":"desktop"}' },
  },
  {
    id: 'git-credentials-file',
    title: 'Committed git credentials',
    severity: 'critical',
    description: 'Reads and writes repositories as its owner.',
    paths: named(String.raw`\.git-credentials`),
    judge: holding(/https?:\/\/[^\s:@/]*:(?<value>[^\s@/]+)@/),
    leak: { path: '.git-credentials', text: `https://me:${password()}@git.acme.io\n` },
    clean: { path: '.git-credentials', text: '\n' },
  },
  {
    id: 'aws-credentials-file',
    title: 'Committed AWS credentials file',
    severity: 'critical',
    description: 'Acts in the AWS account with the rights of the keys it holds.',
    paths: /(?:^|\/)\.aws\/credentials$|(?:^|\/)\.s3cfg$|(?:^|\/)\.boto$|(?:^|\/)\.passwd-s3fs$/,
    judge: holding(/(?:secret_access_key|secret_key|^[A-Z0-9]{20}:)[ \t]*(?:=[ \t]*)?(?<value>\S+)/),
    leak: { path: '.aws/credentials', text: `[default]\naws_secret_access_key = ${fake(b62, 40, 7)}\n` },
    clean: { path: '.aws/credentials', text: '[default]\nregion = eu-central-1\n' },
  },
  {
    id: 'database-password-file',
    title: 'Committed password file of a database client',
    severity: 'high',
    description: 'Opens the databases it names.',
    paths: named(String.raw`\.pgpass|pgpass\.conf|\.my\.cnf|\.mylogin\.cnf|\.mongorc\.js`),
    judge: holding(/^(?:[^\s:#]*:){4}(?<value>\S+)$|^[ \t]*password[ \t]*=[ \t]*["']?(?<value2>[^"'\s]+)/),
    leak: { path: '.pgpass', text: `db.acme.io:5432:shop:app:${password()}\n` },
    clean: { path: '.pgpass', text: '# hostname:port:database:username:password\n' },
  },
  {
    id: 'ssh-private-key-file',
    title: 'Committed SSH private key',
    severity: 'critical',
    description: 'Logs in wherever its public half is authorised.',
    paths: named(String.raw`id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?|[\w.-]+\.ppk`),
    judge: ({ text }) => (/PRIVATE KEY|PuTTY-User-Key-File/.test(text) ? plausible : held('not-a-value')),
    leak: { path: 'deploy/id_ed25519', text: ['-----BEGIN OPENSSH ', 'PRIVATE KEY-----\n', fake(b62, 70, 8)].join('') },
    clean: { path: 'deploy/id_rsa.pub', text: `ssh-rsa ${fake(b62, 70, 9)}` },
  },
  {
    id: 'terraform-state-file',
    title: 'Committed Terraform state',
    severity: 'high',
    description: 'Holds every attribute of the resources in clear text, passwords and keys among them.',
    paths: named(String.raw`[\w.-]*\.tfstate(?:\.backup)?`),
    judge: ({ text }) =>
      /"resources"\s*:\s*\[\s*\{|"modules"\s*:\s*\[\s*\{/.test(text)
        ? plausible
        : held('not-a-value', 'it holds no resource'),
    leak: {
      path: 'infra/terraform.tfstate',
      text: '{"version":4,"terraform_version":"1.9.0","resources":[{"type":"aws_db_instance"}]}',
    },
    clean: { path: 'infra/terraform.tfstate', text: '{"version":4,"resources":[]}' },
  },
  {
    id: 'kubeconfig-file',
    title: 'Committed kubeconfig with credentials',
    severity: 'critical',
    description: 'Acts on the cluster with the rights of the user it names.',
    paths: /(?:^|\/)(?:kubeconfig(?:\.ya?ml)?|\.kube\/config|[\w.-]+\.kubeconfig)$/i,
    judge: holding(/(?:client-key-data|token|password)\s*:\s*["']?(?<value>[^"'\s]{8,})/),
    leak: { path: '.kube/config', text: `kind: Config\nusers:\n- user:\n    token: ${fake(b62, 40, 10)}\n` },
    clean: { path: '.kube/config', text: 'kind: Config\nusers:\n- user:\n    exec:\n      command: aws\n' },
  },
  {
    id: 'rails-master-key-file',
    title: 'Committed Rails master key',
    severity: 'critical',
    description: 'Decrypts the credentials of the application.',
    paths: /(?:^|\/)config\/(?:master|credentials\/\w+)\.key$/,
    judge: ({ text }) => (/^[0-9a-f]{32}\s*$/.test(text) ? plausible : held('not-a-value')),
    leak: { path: 'config/master.key', text: Buffer.from(fake(b62, 16, 11)).toString('hex') },
    clean: { path: 'config/master.key', text: '' },
  },
  {
    id: 'shell-history-file',
    title: 'Committed shell or database history',
    severity: 'medium',
    description: 'Holds what was typed, passwords on command lines among it.',
    paths:
      /(?:^|\/)\.(?:bash|zsh|sh|mysql|psql|sqlite|python|node_repl|irb|rediscli|mongo)_?history$|(?:^|\/)fish_history$/,
    judge: presence,
    leak: { path: '.bash_history', text: 'cd shop\nmysql -u root -p\n' },
    clean: { path: '.bash_history', text: '\n' },
  },
  {
    id: 'password-store-file',
    title: 'Committed password store',
    severity: 'high',
    description: 'Holds many passwords behind one, or behind none.',
    paths:
      /\.(?:kdbx?|keychain(?:-db)?|agilekeychain|opvault|psafe3|keystore|jks|p12|pfx)$|(?:^|\/)(?:logins\.json|key[34]\.db|signons\.sqlite|filezilla\.xml|recentservers\.xml|sitemanager\.xml|sftp-config\.json|proftpdpasswd|\.htpasswd|\.remote-sync\.json|\.ftpconfig)$/i,
    judge: presence,
    leak: { path: 'secrets/team.kdbx', text: 'KDBX' },
    clean: { path: 'docs/kdbx.md', text: 'KDBX is a format.' },
  },
  {
    id: 'assistant-config-file',
    title: 'Committed coding-assistant configuration with a credential',
    severity: 'high',
    description: 'Holds keys that were given to the tools and servers of a coding assistant.',
    paths:
      /(?:^|\/)(?:\.mcp\.json|mcp\.json|\.cursor\/mcp\.json|\.vscode\/mcp\.json|\.claude\/settings(?:\.local)?\.json|claude_desktop_config\.json|\.codex\/auth\.json|\.gemini\/settings\.json)$/,
    judge: holding(
      /"[\w-]{0,60}(?:key|token|secret|password|authorization)[\w-]{0,60}"\s{0,8}:\s{0,8}"(?:Bearer |Basic )?(?<value>[^"$\s{<]{16,})"/,
    ),
    leak: { path: '.cursor/mcp.json', text: `{"mcpServers":{"x":{"env":{"X_API_KEY":"${fake(b62, 32, 12)}"}}}}` },
    clean: { path: '.mcp.json', text: '{"mcpServers":{"x":{"env":{"X_API_KEY":"$' + '{X_API_KEY}"}}}}' },
  },
];

/** Files that must not be committed. Silent where git ignores them; what they hold is reported by other rules as well. */
export const committedFile = kinds.map(({ leak, clean, ...kind }) =>
  definePathRule({
    ...kind,
    remediation: takeOut,
    references,
    examples: () => ({ leaks: [leakBetween('', leak.text, '', leak.path)], clean: [clean] }),
  }),
);
