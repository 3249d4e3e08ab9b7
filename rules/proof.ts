import { b62, b64u, defineRule, fake, held, leak, plausible, run, token } from '../src/rule-kit/index.ts';

export const proof = [
  defineRule({
    id: 'proof-api-key',
    title: 'Proof (Notarize) API key',
    severity: 'high',
    confidence: 'low',
    description: 'Reads and creates notarisation transactions with their documents.',
    remediation: 'Delete the key under Settings › API keys in Proof, then create a new one.',
    references: ['https://dev.proof.com/'],
    environment: ['PROOF_API_KEY'],
    anchors: ['prf_'],
    pattern: token('prf_', run(b62, 20, 64), b64u),
    near: { words: ['proof.com', 'proof_api', 'proofapi', 'notarize'], bytes: 300 },
    judge: (match) => (/[0-9]/.test(match.secret) ? plausible : held('words')),
    examples: () => ({
      leaks: [
        leak`PROOF_API_KEY=${`prf_${fake(b62, 31)}7`}`,
        leak`curl https://api.proof.com -H "ApiKey: ${`prf_${fake(b62, 31, 2)}4`}"`,
      ],
      clean: [`key=prf_${fake(b62, 32)}`, 'PROOF_API_KEY=prf_example'],
    }),
  }),
];
