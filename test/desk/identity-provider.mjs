// A real OpenID Connect provider, in a process of its own because jest cannot load ES modules: node identity-provider.mjs REDIRECT_URI
// Whoever types a name at its sign-in is that person; ACCOUNTS says what the provider claims about them.
import { createServer } from 'node:http'
import Provider from 'oidc-provider'

const ACCOUNTS = {
  priya: { given_name: 'Priya Devi', name: 'Dr Priya Devi Sharma', roles: ['Desk.Mediation', 'Other.Role'] },
  tom: { given_name: '<b>Tom</b>', roles: 'Desk.Sendiass' },
  both: { given_name: 'Bo', roles: ['Desk.Mediation', 'Desk.Sendiass'] },
  nobody: { given_name: 'No', roles: ['Other.Role'] },
  elsewhere: { given_name: 'El', roles: ['Desk.Elsewhere'] },
}

const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'desk', client_secret: 'a secret of the desk, long enough', redirect_uris: [process.argv[2]] }],
    claims: { openid: ['sub'], profile: ['given_name', 'name', 'roles'] },
    conformIdTokenClaims: process.argv[3] === 'userinfo',
    findAccount: async (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...ACCOUNTS[sub] }) }),
    pkce: { required: () => true },
    cookies: { keys: ['a key for a test'] },
  })
  server.on('request', provider.callback())
  process.stdout.write(`${issuer}\n`)
})
