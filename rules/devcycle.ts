import { b64u, defineRule, fake, held, hex, isPublic, leak, plausible, run, token } from '../src/rule-kit/index.ts';

const references = ['https://docs.devcycle.com/'] as const;
/** Real keys have digits; the identifiers of programs that start alike mostly have none. */
const hasDigit = (secret: string): boolean => /[0-9]/.test(secret);

export const devcycle = [
  defineRule({
    id: 'devcycle-server-key',
    title: 'DevCycle server SDK key',
    severity: 'high',
    description: 'Reads every feature flag of the environment with its targeting rules.',
    remediation: 'Add a new server SDK key under Environments & Keys, move the servers to it, then delete the old one.',
    references,
    environment: ['DEVCYCLE_SERVER_SDK_KEY'],
    anchors: ['dvc_server_'],
    pattern: token('dvc_server_', run(b64u, 8, 64), b64u),
    judge: (match) => (hasDigit(match.secret) ? plausible : held('words')),
    examples: () => ({
      leaks: [
        leak`DEVCYCLE_SERVER_SDK_KEY=${`dvc_server_${fake(hex, 32)}_${fake(hex, 7)}`}`,
        leak`initializeDevCycle("${`dvc_server_${fake(hex, 24, 2)}`}")`,
      ],
      clean: ['dvc_server_token_hash', 'dvc_server_key', `adv_server_${fake(hex, 32)}`],
    }),
  }),
  defineRule({
    id: 'devcycle-client-key',
    title: 'DevCycle client or mobile SDK key',
    severity: 'note',
    description: 'Reads the feature flags of the user it is used for.',
    remediation: 'Nothing has to be done: the key ships with every page or app.',
    references,
    environment: ['DEVCYCLE_CLIENT_SDK_KEY'],
    anchors: ['dvc_client_', 'dvc_mobile_'],
    pattern: token(['dvc_client_', 'dvc_mobile_'], run(b64u, 8, 64), b64u),
    judge: (match) => (hasDigit(match.secret) ? isPublic('a client key reads what its user gets') : held('words')),
    examples: () => ({
      leaks: [
        leak`VITE_DEVCYCLE_KEY=${`dvc_client_${fake(hex, 32)}_${fake(hex, 7)}`}`,
        leak`"sdkKey": "${`dvc_mobile_${fake(hex, 32, 2)}_${fake(hex, 7, 2)}`}"`,
      ],
      clean: ['dvc_client_side_key', 'dvc_mobile_'],
    }),
  }),
];
