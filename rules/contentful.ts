import {
  b62,
  b64u,
  defineNamedRule,
  defineRule,
  fake,
  isPublic,
  leak,
  run,
  token,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://www.contentful.com/developers/docs/references/authentication/'] as const;

export const contentful = [
  defineRule({
    id: 'contentful-management-token',
    title: 'Contentful management token',
    severity: 'high',
    description: 'Acts as its owner: reads and changes the content and settings of every space of the account.',
    remediation: 'Revoke the token under Account settings › CMA tokens, then create a new one.',
    references,
    environment: ['CONTENTFUL_MANAGEMENT_TOKEN', 'CONTENTFUL_MANAGEMENT_ACCESS_TOKEN'],
    anchors: ['CFPAT-'],
    pattern: token('CFPAT-', run(b64u, 43), b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`CONTENTFUL_MANAGEMENT_TOKEN=${`CFPAT-${fake(b64u, 43)}`}`,
        leak`createClient({ accessToken: '${`CFPAT-${fake(b64u, 43, 2)}`}' })`,
      ],
      clean: [`CFPAT-${fake(b64u, 42)}`, `XCFPAT-${fake(b64u, 43)}`],
    }),
  }),
  defineNamedRule({
    id: 'contentful-preview-token',
    title: 'Contentful preview token',
    severity: 'medium',
    description: 'Reads content that is not published yet.',
    remediation: 'Delete the API key under Settings › API keys of the space, then add a new one.',
    references,
    environment: ['CONTENTFUL_PREVIEW_ACCESS_TOKEN'],
    words: ['contentful'],
    names: /contentful.*(?:preview|cpa)|^preview_?(?:access_?)?token$/i,
    value: whole(run(b64u, 43)),
    examples: () => ({
      leaks: [
        leak`CONTENTFUL_PREVIEW_ACCESS_TOKEN=${fake(b62, 43)}`,
        leak`contentful = { previewToken: '${fake(b62, 43, 2)}' }`,
      ],
      clean: [`CONTENTFUL_PREVIEW_ACCESS_TOKEN=${fake(b62, 42)}`, `previewToken: '${fake(b62, 43)}'`],
    }),
  }),
  defineNamedRule({
    id: 'contentful-delivery-token',
    title: 'Contentful delivery token',
    severity: 'note',
    description: 'Reads published content.',
    remediation: 'Nothing has to be done where the content is public anyway.',
    references,
    environment: ['CONTENTFUL_ACCESS_TOKEN', 'CONTENTFUL_DELIVERY_TOKEN'],
    words: ['contentful'],
    names: /^(?!.*(?:preview|manage|cma|secret)).*contentful.*(?:token|key)|^accessToken$/i,
    value: whole(run(b64u, 43)),
    judge: () => isPublic('a delivery token reads published content only'),
    examples: () => ({
      leaks: [
        leak`CONTENTFUL_ACCESS_TOKEN=${fake(b62, 43)}`,
        leak`contentful.createClient({ accessToken: '${fake(b62, 43, 2)}' })`,
      ],
      clean: [`CONTENTFUL_ACCESS_TOKEN=${fake(b62, 40)}`, `accessToken: '${fake(b62, 43)}'`],
    }),
  }),
];
