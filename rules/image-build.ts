import type { Judgement, Match, SeverityBy } from '../src/model/index.ts';
import { because, defineRule, fake, held, leakBetween, publicPrefixOf, saysSecret } from '../src/rule-kit/index.ts';

/** What the files that build images say, although no key stands in them. */

const paths = /(?:^|\/)(?:[^/]{1,80}\.)?(?:Dockerfile|Containerfile)(?:\.(?!dockerignore)[^/]{1,80})?$/i;
/** An image keeps what its last stage says; an earlier one only the builder's cache. */
const severityBy: SeverityBy = { client: 'high', 'build-only': 'low', test: 'low' };
const constant = /^["']?(?![$"'])\S/;

function judgeVariable({ secret, window, at }: Match): Judgement {
  if (publicPrefixOf(secret) !== '') return held('superseded');
  if (!saysSecret(secret)) return held('public-by-design', 'its name says no secret');
  const rest = window.slice(at + secret.length, at + secret.length + 200);
  const value = /^(?:[ \t]{0,20}=[ \t]{0,20}|[ \t]{1,20})([^\n]*)/.exec(rest)?.[1] ?? '';
  if (constant.test(value)) return held('not-a-value', 'its value stands in the file');
  const isArgument = /\bARG\s{1,20}(?:\S{1,200}\s{1,20}){0,10}$/i.test(window.slice(Math.max(0, at - 200), at));
  if (!isArgument && value === '') return held('not-a-value', 'it is set to nothing');
  return {
    ...because('`docker history` and the configuration of the image show it to whoever has the image'),
    kind: 'plausible',
    title: `${title}: ${secret}`,
  };
}

const title = 'Secret in an argument or variable of an image';

/** One letter comes from a call, so that no text of this file is what the rules look for. */
const apart = (text: string): string =>
  fake({ characters: text.charAt(0), inClass: text.charAt(0) }, 1) + text.slice(1);
const references = [
  'https://docs.docker.com/build/building/secrets/',
  'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
] as const;

export const imageBuild = [
  defineRule({
    id: 'image-variable-secret',
    title,
    severity: 'medium',
    description:
      'The value that is handed in when the image is built stays in the image: in its history where it is an argument, in its configuration where it is a variable.',
    remediation:
      'Hand secrets to single steps with `RUN --mount=type=secret`, and to the running container from outside. Then revoke the value, and delete images that were built with it.',
    references,
    anchors: ['i:ARG ', 'i:ENV '],
    pattern:
      /^[ \t]{0,40}(?:ONBUILD[ \t]{1,20})?(?:ARG|ENV)[ \t]{1,20}(?:[A-Za-z_]\w{0,60}=[^\s\\]{0,200}[ \t]{1,20}){0,10}(?<secret>[A-Za-z_]\w{2,60})(?=[= \t\r\n]|$)/im,
    reach: { before: 240, after: 400 },
    random: false,
    design: true,
    severityBy,
    paths,
    judge: judgeVariable,
    examples: () => ({
      leaks: [
        leakBetween('FROM node:22\nARG ', apart('NPM_TOKEN'), '\nRUN npm ci\n', 'Dockerfile'),
        leakBetween('FROM node:22\nENV ', apart('OPENAI_API_KEY'), '=$OPENAI_API_KEY\n', 'Dockerfile'),
      ],
      clean: [
        { text: 'FROM node:22\nARG NODE_VERSION\nENV PORT=80\n', path: 'Dockerfile' },
        { text: 'FROM node:22\nRUN --mount=type=secret,id=NPM_TOKEN npm ci\n', path: 'Dockerfile' },
        { text: 'FROM node:22\nENV DB_PASSWORD=\n', path: 'Dockerfile' },
      ],
      notIn: ['values'],
    }),
  }),
  defineRule({
    id: 'image-copied-secret-file',
    title: 'File of secrets copied into an image',
    severity: 'high',
    description: 'Whoever has the image can read the file, in a layer below too where a later step deletes it.',
    remediation:
      'Add the file to `.dockerignore`, hand it to the step that needs it with `RUN --mount=type=secret`, rotate what it holds, and delete images that were built with it.',
    references,
    anchors: ['i:COPY ', 'i:ADD '],
    pattern:
      /^[ \t]{0,40}(?:COPY|ADD)[ \t]{1,20}(?!--from)(?:--[\w-]{1,20}=\S{1,80}[ \t]{1,20}){0,4}(?:\S{1,200}[ \t]{1,20}){0,8}(?<secret>(?:[\w./-]{0,100}\/)?(?:\.env(?:\.(?!example|sample|template|dist|defaults?|test|ci|schema)[\w-]{1,30}){0,2}|\.npmrc|\.yarnrc\.yml|\.netrc|\.pypirc|\.git-credentials|\.pgpass|id_(?:rsa|dsa|ecdsa|ed25519)|\.aws\/credentials|\.ssh|credentials\.json|service-?account[\w-]{0,30}\.json|[\w-]{1,60}\.(?:p12|pfx|jks|keystore)))[ \t]{1,20}\S/im,
    reach: { before: 16, after: 600 },
    random: false,
    design: true,
    severityBy: { ...severityBy, 'build-only': 'medium' },
    paths,
    judge: ({ secret }) =>
      /\.(?:npmrc|yarnrc\.yml)$/.test(secret)
        ? because('it may hold a token of the registry', -1)
        : because('the instruction puts the file into a layer of the image'),
    examples: () => ({
      leaks: [
        leakBetween('FROM node:22\nCOPY ', apart('.env'), ' ./\n', 'Dockerfile'),
        leakBetween('FROM debian\nADD --chown=a:b ', apart('id_rsa'), ' /root/.ssh/\n', 'Dockerfile'),
      ],
      clean: [
        { text: 'FROM node:22\nCOPY .env.example ./.env\n', path: 'Dockerfile' },
        { text: 'FROM node:22\nCOPY package.json src ./\n', path: 'Dockerfile' },
        { text: 'FROM node:22\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci\n', path: 'Dockerfile' },
      ],
      notIn: ['values'],
    }),
  }),
];
