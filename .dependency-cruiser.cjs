// Who may import whom. What is not listed is refused.
const folder = (name, allowed, packages) => ({
  name: `${name} imports only what it may`,
  severity: 'error',
  from: { path: `^${name}` },
  to: {
    pathNot: [
      `^${name}`,
      ...allowed.map((path) => `^${path}`),
      ...packages.map((pkg) => `^node_modules/${pkg}(/|$)`),
      ...packages.filter((pkg) => pkg.startsWith('node:')).map((pkg) => `^${pkg.slice(5)}(/|$)`),
      ...packages.map((pkg) => `^${pkg}$`),
      '^node_modules/@types/',
    ],
  },
})

module.exports = {
  forbidden: [
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'app is imported by index, the commands and tests only',
      severity: 'error',
      from: { pathNot: '^(src/index|src/cli/|test/)' },
      to: { path: '^src/app\\.ts$' },
    },
    {
      name: 'Bot Framework stays in its folders',
      severity: 'error',
      from: { pathNot: '^(dialogs/|src/bot|src/channels/|src/store/bot-storage|test/)' },
      to: { path: '^node_modules/(botbuilder|botframework)' },
    },
    folder('src/rules', [], ['date-fns', '@microsoft/recognizers-text', '@microsoft/recognizers-text-date-time']),
    folder('src/content', ['src/rules'], ['zod', 'yaml', 'node:fs', 'node:path', 'node:crypto']),
    folder('src/memory', ['src/rules'], ['zod']),
    folder('src/store', ['src/rules', 'src/memory'], ['node:sqlite', 'node:crypto', 'node:fs', 'node:path', 'pg']),
    folder(
      'src/encoder',
      [],
      [
        '@tensorflow/.*',
        '@energetic-ai/.*',
        'nspell',
        'dictionary-en-gb',
        'node:worker_threads',
        'node:fs',
        'node:path',
        'node:crypto',
        'node:url',
      ],
    ),
    folder('dialogs', ['src/rules', 'src/content', 'src/memory'], ['botbuilder-dialogs', 'botbuilder-core', 'botframework-schema']),
    folder('src/bot', ['src/memory', 'src/content', 'src/rules'], ['botbuilder-core', 'botbuilder-dialogs', 'botframework-schema']),
    folder(
      'src/handoff',
      ['src/rules', 'src/store', 'src/content', 'src/memory'],
      ['zod', 'nodemailer', 'standardwebhooks', 'node:crypto', 'node:dns', 'node:net', 'node:https', 'node:http'],
    ),
    folder(
      'src/channels',
      ['src/bot', 'src/store', 'src/content', 'src/config', 'src/memory', 'src/rules', 'src/log'],
      [
        'botbuilder',
        'botbuilder-core',
        'botframework-connector',
        'botframework-schema',
        'restify',
        'ws',
        'jsonwebtoken',
        'zod',
        'node:crypto',
        'node:http',
        'node:async_hooks',
        'node:readline',
        'node:net',
        'node:stream',
      ],
    ),
    folder(
      'src/web',
      ['src/content', 'src/config', 'src/bot', 'src/rules'],
      ['node:fs', 'node:path', 'node:crypto', 'node:zlib', 'restify'],
    ),
    folder(
      'src/desk',
      ['src/rules', 'src/content', 'src/handoff', 'src/config', 'src/log', 'src/web/(html|document|security)', 'src/web/view/element'],
      ['restify', 'openid-client', 'node:crypto', 'node:http', 'node:fs', 'node:path'],
    ),
    folder('src/config', [], ['zod', 'node:fs', 'node:path']),
    folder('src/log', [], ['pino', 'node:crypto']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '^(dist|src/web/client)' },
  },
}
