import type { Judgement, Match } from '../src/model/index.ts';
import {
  b36l,
  b62,
  b64,
  b64u,
  because,
  defineRule,
  fake,
  held,
  leak,
  leakIn,
  looksOf,
  refused,
  run,
  token,
} from '../src/rule-kit/index.ts';

/** User and password in base 64, as `docker login` writes them down. */
function judgeAuth({ secret }: Match): Judgement {
  const text = Buffer.from(secret, 'base64').toString('latin1');
  const password = /^[\x21-\x39\x3b-\x7e]+:([\x20-\x7e]+)$/.exec(text)?.[1];
  if (password === undefined) return held('bad-structure', 'not a user and a password');
  const looks = looksOf(password);
  if ('reason' in looks) return refused(looks);
  return because('base 64 of a user and a password');
}

const authOf = (password: string): string => Buffer.from(`deploy:${password}`).toString('base64');

export const docker = [
  defineRule({
    id: 'docker-hub-access-token',
    title: 'Docker Hub personal access token',
    severity: 'critical',
    description:
      'Pulls and, with its scopes, pushes images of its owner: what it replaces is run wherever it is pulled.',
    remediation: 'Delete the token in Docker under Account settings › Personal access tokens.',
    references: ['https://docs.docker.com/security/access-tokens/'],
    environment: ['DOCKERHUB_TOKEN', 'DOCKER_PASSWORD'],
    anchors: ['dckr_pat_'],
    pattern: token('dckr_pat_', run(b64u, 27), b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`DOCKERHUB_TOKEN=${`dckr_pat_${fake(b64u, 27, 1)}`}`,
        leak`echo ${`dckr_pat_${fake(b64u, 27, 2)}`} | docker login -u bob --password-stdin`,
      ],
      clean: [`dckr_pat_${fake(b64u, 26)}`, `dckr_pat_${fake(b64u, 28)}`, `adckr_pat_${fake(b64u, 27, 3)}`],
    }),
  }),
  defineRule({
    id: 'docker-hub-organization-token',
    title: 'Docker Hub organisation access token',
    severity: 'critical',
    description: 'Pulls and, with its scopes, pushes images of an organisation.',
    remediation: 'Delete the token in the Docker admin console under Access tokens.',
    references: ['https://docs.docker.com/security/access-tokens/'],
    environment: ['DOCKERHUB_TOKEN', 'DOCKER_PASSWORD'],
    anchors: ['dckr_oat_'],
    pattern: token('dckr_oat_', run(b64u, 32), b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`DOCKERHUB_TOKEN=${`dckr_oat_${fake(b64u, 32, 1)}`}`,
        leak`password: "${`dckr_oat_${fake(b64u, 32, 2)}`}"`,
      ],
      clean: [`dckr_oat_${fake(b64u, 31)}`, `dckr_oat_${fake(b64u, 33)}`, `adckr_oat_${fake(b64u, 32, 3)}`],
    }),
  }),
  defineRule({
    id: 'docker-swarm-join-token',
    title: 'Docker Swarm join token',
    severity: 'high',
    description: 'Joins a swarm as a worker or a manager, and so receives its secrets, or rules it.',
    remediation: 'Rotate it with `docker swarm join-token --rotate worker` or `manager`.',
    references: ['https://docs.docker.com/engine/swarm/join-nodes/'],
    anchors: ['SWMTKN-1-'],
    pattern: token('SWMTKN-1-', `${run(b36l, 50)}-${run(b36l, 25)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`docker swarm join --token ${`SWMTKN-1-${fake(b36l, 50, 1)}-${fake(b36l, 25, 1)}`} 10.0.0.1:2377`,
        leak`"JoinToken": "${`SWMTKN-1-${fake(b36l, 50, 2)}-${fake(b36l, 25, 2)}`}"`,
      ],
      clean: [
        `SWMTKN-1-${fake(b36l, 50)}-${fake(b36l, 24)}`,
        `SWMTKN-1-${fake(b36l, 50)}-${fake(b36l, 26)}`,
        `aSWMTKN-1-${fake(b36l, 50, 3)}-${fake(b36l, 25, 3)}`,
      ],
    }),
  }),
  defineRule({
    id: 'docker-swarm-unlock-key',
    title: 'Docker Swarm unlock key',
    severity: 'high',
    description: 'Decrypts the keys of a locked swarm manager.',
    remediation: 'Rotate it with `docker swarm unlock-key --rotate`.',
    references: ['https://docs.docker.com/engine/swarm/swarm_manager_locking/'],
    anchors: ['SWMKEY-1-'],
    pattern: token('SWMKEY-1-', run(b64, 43), b64),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SWARM_UNLOCK_KEY=${`SWMKEY-1-${fake(b64, 43, 1)}`}`,
        leak`"UnlockKey": "${`SWMKEY-1-${fake(b64, 43, 2)}`}"`,
      ],
      clean: [`SWMKEY-1-${fake(b64, 42)}`, `SWMKEY-1-${fake(b64, 44)}`, `aSWMKEY-1-${fake(b64, 43, 3)}`],
    }),
  }),
  defineRule({
    id: 'docker-registry-auth',
    title: 'User and password of a container registry',
    severity: 'critical',
    description: 'Signs in to a registry: pulls private images, and often pushes what others run.',
    remediation: 'Change the password or revoke the token at the registry, and log in with a credential helper.',
    references: ['https://docs.docker.com/reference/cli/docker/login/'],
    anchors: ['"auth'],
    pattern: new RegExp(`"auth\\\\?"\\s{0,4}:\\s{0,4}\\\\?"(?<secret>${run(b64, 12, 2000)}={0,2})(?![0-9A-Za-z+/=])`),
    reach: { before: 600, after: 2100 },
    near: { words: ['"auths', 'docker', 'registry', 'credsstore'], bytes: 500 },
    random: false,
    judge: judgeAuth,
    examples: () => ({
      leaks: [
        leakIn('config.json')`{ "auths": { "ghcr.io": { "auth": "${authOf(fake(b62, 24, 1))}" } } }`,
        leakIn('config.json')`{"auths":{"https://index.docker.io/v1/":{"auth":"${authOf(fake(b62, 36, 2))}"}}}`,
        leakIn('ci.yml')`DOCKER_AUTH: "{\\"auths\\": {\\"r.io\\": {\\"auth\\": \\"${authOf(fake(b62, 20, 3))}\\"}}}"`,
      ],
      clean: [
        `{ "auths": { "ghcr.io": { "auth": "${authOf('changeme')}" } } }`,
        `{ "auths": { "ghcr.io": { "auth": "${fake(b64, 40, 4)}" } } }`,
        '{ "auths": { "ghcr.io": {} }, "credsStore": "desktop" }',
        `{ "auth": "${authOf(fake(b62, 24, 5))}" }`,
      ],
      notIn: ['values'],
    }),
  }),
];
