import { b32l, b62, defineRule, fake, leak, leakBetween, run, token, withDigit } from '../src/rule-kit/index.ts';

export const nuget = [
  defineRule({
    id: 'nuget-api-key',
    title: 'NuGet API key',
    severity: 'critical',
    description: 'Publishes packages of its owner, within its scopes: code that others install.',
    remediation: 'Delete or regenerate the key under Account › API keys at nuget.org.',
    references: ['https://learn.microsoft.com/en-us/nuget/nuget-org/scoped-api-keys'],
    environment: ['NUGET_API_KEY'],
    anchors: ['oy2'],
    pattern: token('oy2', run(b32l, 43), b62),
    judge: withDigit,
    examples: () => ({
      leaks: [
        leak`NUGET_API_KEY=${`oy2${fake(b32l, 43, 1)}`}`,
        leak`dotnet nuget push a.nupkg -k ${`oy2${fake(b32l, 43, 2)}`} -s https://api.nuget.org/v3/index.json`,
      ],
      clean: [`oy2${fake(b32l, 42)}`, `oy2${fake(b32l, 44)}`, `aoy2${fake(b32l, 43, 3)}`],
    }),
  }),
  defineRule({
    id: 'nuget-config-password',
    title: 'Password of a NuGet source in clear text',
    severity: 'high',
    description: 'Signs in to a private package source.',
    remediation: 'Change the password at the source, then refer to an environment variable: `%NAME%`.',
    references: ['https://learn.microsoft.com/en-us/nuget/reference/nuget-config-file'],
    anchors: ['i:ClearTextPassword'],
    // `%NAME%` and `#{Name}#` are references.
    pattern: /<add\s{1,8}key="ClearTextPassword"\s{1,8}value="(?<secret>[^"\s%$#{}<>]{4,300})"/i,
    random: false,
    examples: () => ({
      leaks: [
        leakBetween('<packageSourceCredentials><acme><add key="ClearTextPassword" value="', fake(b62, 16, 1), '" />'),
        leakBetween(
          '<add key="Username" value="ci" />\n  <add key="ClearTextPassword" value="',
          fake(b62, 40, 2),
          '"/>',
        ),
      ],
      clean: [
        '<add key="ClearTextPassword" value="%NUGET_PASSWORD%" />',
        '<add key="ClearTextPassword" value="" />',
        '<add key="Username" value="someone" />',
      ],
      notIn: ['values'],
    }),
  }),
];
