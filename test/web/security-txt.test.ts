// Where to report a weakness: as the deployment says, and nowhere where it says nothing.
import { createServer } from 'restify'
import { loadConfig, WrongSettings } from '../../src/config'
import { mountSecurityTxt } from '../../src/web/security-txt'
import { close, listen } from '../listen'

async function asked(contact: string | null): Promise<{ status: number; type: string | null; text: string }> {
  const server = createServer({ name: '' })
  mountSecurityTxt(server, contact, () => Date.UTC(2026, 10, 22))
  const answer = await fetch(`${await listen(server)}/.well-known/security.txt`)
  const said = { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
  await close(server)
  return said
}

test('the contact of the deployment, and an end that is less than a year away', async () => {
  const { SECURITY_CONTACT: contact } = loadConfig({ SECURITY_CONTACT: 'mailto:security@chat.example' })
  expect(await asked(contact ?? null)).toEqual({
    status: 200,
    type: 'text/plain; charset=utf-8',
    text: 'Contact: mailto:security@chat.example\nExpires: 2027-05-21T00:00:00Z\nPreferred-Languages: en\n',
  })
})

test('nothing where nobody is named', async () => {
  expect((await asked(null)).status).toBe(404)
})

test.each(['security@chat.example', 'http://chat.example/', 'mailto:a@b.example\nContact: mailto:x@y.example', 'javascript:alert(1)'])(
  '%j is no contact',
  (contact) => expect(() => loadConfig({ SECURITY_CONTACT: contact })).toThrow(WrongSettings),
)
