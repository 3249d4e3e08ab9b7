import type { Judgement, Match, PatternRule, Severity } from '../src/model/index.ts';
import {
  alone,
  b36l,
  b62,
  b64u,
  crc32,
  defineRule,
  fake,
  held,
  hex,
  inBase,
  leak,
  leakBetween,
  plausible,
  proven,
  run,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.gitlab.com/security/tokens/'] as const;

/** CRC-32 of all that stands before it, prefix included, as seven base-36 digits. Source: GitLab's routable token generator. */
const base36Crc32 = (head: string): string => inBase(crc32(head), b36l.characters, 7);

/** Payload, a dot, the version and a dot (the first generation has neither), two digits of length, seven of CRC. */
const routable = `${run(b64u, 27, 300)}\\.(?:[0-9a-z]{2}\\.)?${run(b36l, 9)}`;

/** A routable token proves itself; a token of the older kind is nothing but random. */
function endsInBase36Crc32({ secret }: Match): Judgement {
  if (!secret.includes('.')) return plausible;
  return base36Crc32(secret.slice(0, -7)) === secret.slice(-7) ? proven('checksum valid') : held('bad-checksum');
}

function fakeRoutable(prefix: string, seed: number): string {
  const payload = Buffer.concat([Buffer.from(fake(b62, 16, seed)), Buffer.from(`\no:1\nu:${seed}s\x10`)]);
  const text = payload.toString('base64url');
  const head = `${prefix}${text}.01.${inBase(text.length, b36l.characters, 2)}`;
  return head + base36Crc32(head);
}

interface Kind {
  readonly thing: string;
  readonly title: string;
  readonly prefix: string;
  /** Source of the pattern of the kind that is not routable, and how to make one; none where there is no such kind. */
  readonly classic?: readonly [source: string, make: (seed: number) => string];
  readonly severity: Severity;
  readonly description: string;
  readonly remediation: string;
  readonly environment?: readonly string[];
}

const random = (length: number): NonNullable<Kind['classic']> => [
  run(b64u, length),
  // An end of a dash or an underscore would be cut where a person copies the token.
  (seed) => fake(b64u, length - 1, seed) + fake(b62, 1, seed),
];

const digits = (length: number): NonNullable<Kind['classic']> => [run(hex, length), (seed) => fake(hex, length, seed)];

const kinds: readonly Kind[] = [
  {
    thing: 'access-token',
    title: 'GitLab access token (personal, project or group)',
    prefix: 'glpat-',
    classic: random(20),
    severity: 'critical',
    description: 'Acts as its owner, or as a bot of the project or group, within its scopes: often the whole API.',
    remediation:
      'Revoke it under User settings › Access tokens, or in the settings of the project or group, then issue a new one.',
    environment: ['GITLAB_TOKEN', 'GITLAB_PRIVATE_TOKEN', 'GL_TOKEN'],
  },
  {
    thing: 'deploy-token',
    title: 'GitLab deploy token',
    prefix: 'gldt-',
    classic: random(20),
    severity: 'high',
    description: 'Reads the repositories, packages and container images of a project or group; some kinds write them.',
    remediation: 'Revoke it in the project or group under Settings › Repository › Deploy tokens.',
    environment: ['CI_DEPLOY_PASSWORD'],
  },
  {
    thing: 'feed-token',
    title: 'GitLab feed token',
    prefix: 'glft-',
    classic: random(20),
    severity: 'low',
    description: "Reads its owner's activity feeds and calendars, those of private projects included.",
    remediation: 'Reset the feed token under User settings › Access tokens.',
  },
  {
    thing: 'incoming-mail-token',
    title: 'GitLab incoming mail token',
    prefix: 'glimt-',
    classic: random(25),
    severity: 'low',
    description: 'Opens issues and merge requests by mail in the name of its owner.',
    remediation: 'Reset the incoming email token under User settings › Access tokens.',
  },
  {
    thing: 'scim-token',
    title: 'GitLab SCIM token',
    prefix: 'glsoat-',
    classic: random(20),
    severity: 'critical',
    description: 'Creates, changes and removes the members of a group or of the whole instance.',
    remediation: 'Reset the SCIM token in the group under Settings › SAML SSO, then update the identity provider.',
  },
  {
    thing: 'runner-token',
    title: 'GitLab runner authentication token',
    prefix: 'glrt-',
    classic: [`(?:t[0-9]_)?${run(b64u, 20)}`, (seed) => random(20)[1](seed)],
    severity: 'high',
    description: 'Poses as a CI runner: receives jobs with their variables and secrets.',
    remediation: 'Reset it with `gitlab-runner reset-token`, or delete the runner under Settings › CI/CD › Runners.',
  },
  {
    thing: 'runner-registration-token',
    title: 'GitLab runner registration token',
    prefix: 'GR1348941',
    classic: random(20),
    severity: 'high',
    description: 'Registers CI runners of its own, which then receive jobs with their variables and secrets.',
    remediation:
      'Reset the registration token under Settings › CI/CD › Runners, and prefer runner authentication tokens.',
    environment: ['REGISTRATION_TOKEN'],
  },
  {
    thing: 'runner-routable-registration-token',
    title: 'GitLab runner registration token (routable)',
    prefix: 'glrtr-',
    severity: 'high',
    description: 'Registers CI runners of its own, which then receive jobs with their variables and secrets.',
    remediation:
      'Reset the registration token under Settings › CI/CD › Runners, and prefer runner authentication tokens.',
    environment: ['REGISTRATION_TOKEN'],
  },
  {
    thing: 'ci-job-token',
    title: 'GitLab CI job token',
    prefix: 'glcbt-',
    classic: [`(?:${run(b62, 1, 5)}_)?${run(b64u, 20)}`, (seed) => `${fake(hex, 2, seed)}_${random(20)[1](seed)}`],
    severity: 'medium',
    description: 'Acts as the user who started a job, as long as the job runs.',
    remediation: 'It ends with its job; cancel the job if it runs, and find out how the token came to be written down.',
    environment: ['CI_JOB_TOKEN'],
  },
  {
    thing: 'trigger-token',
    title: 'GitLab pipeline trigger token',
    prefix: 'glptt-',
    classic: digits(40),
    severity: 'medium',
    description: 'Starts pipelines of a project, with variables of the caller’s choice, in the name of its owner.',
    remediation: 'Revoke it in the project under Settings › CI/CD › Pipeline trigger tokens.',
  },
  {
    thing: 'agent-token',
    title: 'GitLab agent for Kubernetes token',
    prefix: 'glagent-',
    classic: random(50),
    severity: 'high',
    description: 'Poses as the agent of a cluster: reads its configuration and the repositories it deploys from.',
    remediation: 'Create a new agent token under Operate › Kubernetes clusters, install it, then revoke the old one.',
  },
  {
    thing: 'oauth-secret',
    title: 'GitLab OAuth application secret',
    prefix: 'gloas-',
    classic: random(64),
    severity: 'high',
    description: 'Lets anyone pose as the OAuth application when it trades codes for user tokens.',
    remediation: 'Renew the secret on the page of the application under Applications.',
  },
  {
    thing: 'feature-flag-token',
    title: 'GitLab feature flags client token',
    prefix: 'glffct-',
    classic: random(20),
    severity: 'low',
    description: 'Reads the feature flags of a project.',
    remediation: 'Reset the instance id in the project under Deploy › Feature flags › Configure.',
  },
  {
    thing: 'workspace-token',
    title: 'GitLab workspace token',
    prefix: 'glwt-',
    classic: random(20),
    severity: 'medium',
    description: 'Connects to the workspace of a user.',
    remediation: 'Terminate the workspace under Your work › Workspaces and create a new one.',
  },
];

function kindRule({
  thing,
  title,
  prefix,
  classic,
  severity,
  description,
  remediation,
  environment,
}: Kind): PatternRule {
  const make = (seed: number) => (classic ? prefix + classic[1](seed) : fakeRoutable(prefix, seed));
  const wrong = fakeRoutable(prefix, 3);
  return defineRule({
    id: `gitlab-${thing}`,
    title,
    severity,
    description,
    remediation,
    references,
    ...(environment ? { environment } : {}),
    anchors: [prefix],
    pattern: alone(`${prefix}(?:${classic ? `${routable}|${classic[0]}` : routable})`, b64u),
    binary: true,
    judge: endsInBase36Crc32,
    examples: () => ({
      leaks: [
        leak`GITLAB_VALUE=${fakeRoutable(prefix, 1)}`,
        leakBetween('curl --header "X-Gitlab: ', make(2), '" https://gitlab.com'),
        leakBetween('{ "value": "', make(4), '" }'),
      ],
      clean: [
        // One letter of the payload changed: the checksum no longer fits.
        prefix + (wrong[prefix.length] === 'A' ? 'B' : 'A') + wrong.slice(prefix.length + 1),
        `${prefix}${fake(b64u, 11)}`,
        `my${prefix}${fake(b62, 20)}`,
      ],
    }),
  });
}

export const gitlab = [
  ...kinds.map(kindRule),
  defineRule({
    id: 'gitlab-session-cookie',
    title: 'GitLab session cookie',
    severity: 'high',
    description: 'Is the signed-in session of a user in a browser.',
    remediation: 'End the session under User settings › Active sessions.',
    references,
    anchors: ['_gitlab_session='],
    pattern: new RegExp(`_gitlab_session=(?<secret>${run(hex, 32)})(?![0-9A-Za-z])`),
    examples: () => ({
      leaks: [
        leak`Cookie: _gitlab_session=${fake(hex, 32, 1)}; theme=dark`,
        leak`-b '_gitlab_session=${fake(hex, 32, 2)}'`,
      ],
      clean: [`_gitlab_session=${fake(hex, 31)}`, '_gitlab_session=$SESSION', `session=${fake(hex, 32)}`],
    }),
  }),
];
