import { b36l, defineRule, fake, held, leak, plausible, run } from '../src/rule-kit/index.ts';

/** What `get_random_secret_key` draws from. */
const text: typeof b36l = { characters: `${b36l.characters}!@#$%^&*(-_=+)`, inClass: '0-9a-z!@#$%^&*()_=+-' };
const insecure = 'django-insecure-';

export const django = [
  defineRule({
    id: 'django-secret-key',
    title: 'Django secret key',
    severity: 'high',
    description:
      'Signs sessions, password resets and messages: whoever has it forges them, with pickled sessions even runs code.',
    remediation:
      'Set a new SECRET_KEY from the environment, and keep the old one in SECRET_KEY_FALLBACKS for a short time only.',
    references: ['https://docs.djangoproject.com/en/stable/ref/settings/#secret-key'],
    environment: ['DJANGO_SECRET_KEY', 'SECRET_KEY'],
    anchors: ['SECRET_KEY'],
    pattern: new RegExp(
      String.raw`SECRET_KEY["'\]\\]{0,3}\s{0,4}[:=,]\s{0,4}["'\`\\]{0,2}(?<secret>(?:${insecure})?${run(text, 50)})(?![A-Z${text.inClass}])`,
    ),
    judge: (match) => {
      const body = match.secret.replace(insecure, '');
      if (!/[a-z]/.test(body) || !/[0-9]/.test(body)) return held('words');
      return match.secret.startsWith(insecure)
        ? {
            kind: 'plausible',
            evidence: [{ text: 'made by startproject, for development', weight: 0 }],
            severity: 'medium',
          }
        : plausible;
    },
    examples: () => ({
      leaks: [
        leak`SECRET_KEY = '${`${insecure}${fake(b36l, 48)}a7`}'`,
        leak`DJANGO_SECRET_KEY=${`${fake(b36l, 48, 2)}b4`}`,
        leak`SECRET_KEY = env("SECRET_KEY", "${`${fake(b36l, 48, 3)}c9`}")`,
      ],
      clean: [
        `SECRET_KEY = '${fake(b36l, 40)}'`,
        `SECRET_KEY = os.environ['SECRET_KEY']`,
        `OTHER = '${fake(b36l, 50)}'`,
        'SECRET_KEY = "please-change-this-secret-key-before-you-deploy-it"',
      ],
      // `&` may be part of the key: in an address nothing says where it ends.
      notIn: ['url'],
    }),
  }),
];
