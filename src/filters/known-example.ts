import { createHash } from 'node:crypto';
import type { Filter } from './filter.ts';

/**
 * SHA-256 of values printed in public documentation or built into emulators, and where each is from. Digests, so that
 * this list holds no key itself.
 */
const examples = new Set([
  '1a5d44a2dca19669d72edf4c4f1c27c4c1ca4b4408fbb17f6ce4ad452d78ddb3', // AWS documentation, key id
  'c6ea27c534f993d31f0aef882e3d200e7b87470c379ae79c8f9b19d3bd363dc9', // AWS documentation, key id
  '78314b11be2e581549ac1c4f616563fad3fdf0c3b71678f6e2299182080e0598', // AWS documentation, secret
  'e21b597ba6b9cafa59d9ebc4d65c0385f5eb3fa56abab2607fa76589ad849a33', // AWS documentation, secret
  '0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059', // Azurite, account devstoreaccount1
  'aa6547439583c3a275d4542a0df6c1ad6a863971be9f2a2220f027cc02aef615', // Cosmos DB emulator
  '2cafc0970149a84f3b9e62eaf169f36f59907a3b3e31f7b82e68c69cd27f7326', // Stripe documentation
  'f2d6ca16515033e5dce14eba840b979d27b5cbae24bb3e5bf484339667f86397', // Stripe documentation
  '7f75367e7881255134e1375e723d1dea8ad5f6a4fdb79d938df1f1754a830606', // jwt.io sample
  '3543c50b0cb9cea8e55eb1f529b79f043cb250d485fde7b66cabbb5183add7da', // GitHub documentation
  'f5e95c9954635b65acab57e6d5ea663eb900f06dc8794a90358f5abb1c77d4e0', // reCAPTCHA, always-pass test secret
  'fb8f35129df87662c650ada12fd614f1b58dce4a37fdd7589ba3a6b9a78c0aae', // Turnstile test secret
  '0fff9ee671b05ea25f58ed9584635fad2558e23c031003fd52d393bff5973fb0', // hCaptcha test secret
  '60a09e4357868c1e9b801052726d061c370429f723db84523ed58ac354f6eb8a', // Hardhat and Anvil, account 0
  '8be5d113c0871ce1a122d68a7dff940ab7b09ad8dfcfd9a85aa5c1acc026279e', // one-time passwords, sample of their documentation
  '549c9390539efcfa01d2744e82e7da34409a63dd0feaf310f7a6e12551fe7668', // RFC 4226, secret of its test values
  'b62ad8b3465e33dc3e0a50ef41d3d7f13181ce8cb5f8c64dbc772354ae02bf9f', // RFC 4226, half of it
  'a064b502e61d27e94b8717290e5e1b32e36720e9fbdf952ec81a84c07128cb37', // Supabase local stack, JWT secret
]);

/** A value that a vendor prints in its own documentation. */
export const knownExample: Filter = ({ secret }) =>
  examples.has(createHash('sha256').update(secret).digest('hex')) ? 'known-example' : undefined;
