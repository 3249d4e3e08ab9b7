import { b36l, b62, b64, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

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
];
