import type { Judgement, Match, PatternRule } from '../src/model/index.ts';
import { b64u, because, defineRule, fake, fakeUuid, leak, proven, run, token } from '../src/rule-kit/index.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A macaroon of version 2: `02`, then location and identifier, each with its kind (`01`, `02`) and its length before it. */
function head(host: string, identifier: string): Buffer {
  return Buffer.concat([
    Buffer.from([2, 1, host.length]),
    Buffer.from(host),
    Buffer.from([2, identifier.length]),
    Buffer.from(identifier),
  ]);
}

/** The identifier of a macaroon of the host is a UUID. */
const judgeMacaroon =
  (host: string) =>
  ({ secret }: Match): Judgement => {
    const bytes = Buffer.from(secret.slice('pypi-'.length), 'base64url');
    const start = 3 + host.length;
    const identifier = bytes.subarray(start + 2, start + 2 + 36).toString('latin1');
    return bytes[start] === 2 && bytes[start + 1] === 36 && uuid.test(identifier)
      ? proven(`a macaroon of ${host}`)
      : because('its identifier is of another form', -1);
  };

const tokenRule = (
  host: string,
  start: string,
  facts: Pick<PatternRule, 'id' | 'title' | 'severity' | 'description' | 'remediation' | 'environment'>,
): PatternRule => {
  const make = (seed: number): string =>
    `pypi-${Buffer.concat([head(host, fakeUuid(seed)), Buffer.from([0, 2, 13]), Buffer.from(fake(b64u, 70, seed))]).toString('base64url')}`;
  return defineRule({
    ...facts,
    references: [`https://${host}/help/`],
    anchors: [`pypi-${start}`],
    pattern: token(`pypi-${start}`, run(b64u, 85, 400), b64u),
    binary: true,
    judge: judgeMacaroon(host),
    examples: () => ({
      leaks: [leak`TWINE_PASSWORD=${make(1)}`, leak`[index]\nusername = __token__\npassword = ${make(2)}`],
      clean: [`pypi-${start}${fake(b64u, 60)}`, `pypi-${fake(b64u, 160)}`, `pypi-${start}...`],
    }),
  });
};

export const pypi = [
  tokenRule('pypi.org', 'AgEIcHlwaS5vcmc', {
    id: 'pypi-api-token',
    title: 'PyPI API token',
    severity: 'critical',
    description: 'Publishes releases of one project or of all of its owner’s: code that others install.',
    remediation:
      'Remove the token under Account settings › API tokens at pypi.org, and publish with trusted publishers.',
    environment: ['TWINE_PASSWORD', 'UV_PUBLISH_TOKEN', 'PYPI_TOKEN'],
  }),
  tokenRule('test.pypi.org', 'AgENdGVzdC5weXBpLm9yZw', {
    id: 'pypi-test-api-token',
    title: 'TestPyPI API token',
    severity: 'low',
    description: 'Publishes releases to the test index, which nobody should install from.',
    remediation: 'Remove the token under Account settings › API tokens at test.pypi.org.',
    environment: ['TWINE_PASSWORD'],
  }),
];
