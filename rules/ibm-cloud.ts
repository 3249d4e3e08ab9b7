import { b64u, defineNamedRule, fake, fakeUuid, hex, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const ibmCloud = [
  defineNamedRule({
    id: 'ibm-cloud-api-key',
    title: 'IBM Cloud API key',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts as its user or service on the IBM Cloud account, with all that one may do.',
    remediation:
      'Delete the key in the IBM Cloud console under Manage › Access (IAM) › API keys, then create a new one.',
    references: ['https://cloud.ibm.com/docs/account?topic=account-userapikey'],
    environment: ['IBMCLOUD_API_KEY', 'IC_API_KEY', 'WATSONX_APIKEY'],
    words: ['ibmcloud', 'ibm_cloud', 'ibm cloud', 'cloud.ibm.com', 'ibmapikey', 'bluemix', 'watsonx', 'watsonplatform'],
    names: /api[-_]?key|token|iam/i,
    value: whole(run(b64u, 42, 44)),
    examples: () => ({
      leaks: [
        leak`IBMCLOUD_API_KEY=${fake(b64u, 44, 1)}`,
        leakBetween('url: https://iam.cloud.ibm.com/identity/token\napikey: "', fake(b64u, 44, 2), '"'),
      ],
      clean: [`API_KEY=${fake(b64u, 44)}`, `IBMCLOUD_API_KEY=${fake(b64u, 40)}`, `IBMCLOUD_API_KEY=${fakeUuid()}`],
    }),
  }),
  defineNamedRule({
    id: 'ibm-cloud-object-storage-hmac-key',
    title: 'IBM Cloud Object Storage HMAC secret',
    severity: 'high',
    confidence: 'medium',
    description: 'With its access key id it reads and writes the buckets that its service may reach.',
    remediation:
      'Delete the service credential in the IBM Cloud console under the storage instance, then create a new one.',
    references: ['https://cloud.ibm.com/docs/cloud-object-storage'],
    environment: ['COS_HMAC_SECRET_ACCESS_KEY'],
    words: ['coshmac', 'cos_hmac_keys', 'ibmcos', 'cloud-object-storage', 'objectstorage.appdomain.cloud', 'ibm'],
    names: /secret[-_]?(?:access)?[-_]?key|hmac/i,
    value: whole(run(hex, 48)),
    examples: () => ({
      leaks: [
        leak`COS_HMAC_SECRET_ACCESS_KEY=${fake(hex, 48, 1)}`,
        leakBetween(
          `"cos_hmac_keys": { "access_key_id": "${fake(hex, 32, 2)}", "secret_access_key": "`,
          fake(hex, 48, 2),
          '" }',
        ),
      ],
      clean: [`SECRET_ACCESS_KEY=${fake(hex, 48)}`, `COS_HMAC_SECRET_ACCESS_KEY=${fake(hex, 32)}`],
    }),
  }),
];
