// Sign-in on one machine: the one-time link, a made-up adviser, and which organisation to try.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'restify'
import { element } from '../web/view/element'
import type { LocalSignIn } from './desk-deps'
import { hidden, type View } from './staff-frame'
import { page, type Door } from './handle-visit'
import { readForm } from '../web/read-form'
import { send } from './respond'

/** Whether both ends are this machine, and the browser means it so: another site's name that leads here is not ours. */
export function isHere(request: IncomingMessage): boolean {
  const from = request.socket.remoteAddress ?? ''
  const host = request.headers.host ?? ''
  return /^(::ffff:)?127\.|^::1$/.test(from) && /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d+)?$/i.test(host)
}

/** Another site's page could otherwise press the button for ever, and each time the link before is no longer good. */
export function isOwnPage(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'same-origin'
}

/** The page that the link opens. Opening it does not use the link up, so that a look ahead by some program does no harm. */
export function linkPage(door: Door, { links }: LocalSignIn, request: IncomingMessage, response: ServerResponse, once: string): void {
  if (!isHere(request) || !links.isGood(once)) return expired(door, response)
  const { say, deps } = door.desk
  const choices = deps.organisations.map(({ id, name }, at) =>
    element(
      'label',
      { class: 'tick' },
      element('input', {
        type: 'radio',
        name: 'organisation',
        value: id,
        id: `organisation-${id}`,
        required: '',
        ...(at === 0 ? { checked: '' } : {}),
      }),
      element('span', {}, name),
    ),
  )
  page(door, response, {
    title: say('sign-in-title'),
    main: [
      say('sign-in-made-up'),
      element(
        'form',
        { method: 'post', action: '/desk/sign-in' },
        hidden('once', once),
        element('fieldset', {}, element('legend', {}, say('sign-in-which')), ...choices),
        element('button', { type: 'submit', class: 'main' }, say('sign-in-button')),
      ),
    ],
  })
}

function expired(door: Door, response: ServerResponse): void {
  const { say } = door.desk
  page(door, response, { title: say('link-title'), main: [say('link-expired'), ...printAgain(door)], status: 410 })
}

/** What somebody who is not signed in is told. */
export function localSignInPage(door: Door): View {
  const { say } = door.desk
  return { title: say('sign-in-title'), main: [say('sign-in-local'), ...printAgain(door)] }
}

function printAgain({ desk: { say } }: Door): View['main'] {
  return [
    element(
      'form',
      { method: 'post', action: '/desk/sign-in/print' },
      element('p', {}, say('sign-in-local-again')),
      element('button', { type: 'submit' }, say('sign-in-local-button')),
    ),
  ]
}

export function mountLocalSignIn(server: Server, door: Door, signIn: LocalSignIn): void {
  const { say, deps } = door.desk
  server.post('/desk/sign-in', async (request: IncomingMessage, response: ServerResponse) => {
    const form = await readForm(request)
    const organisation = deps.organisations.find(({ id }) => id === form?.get('organisation'))
    const once = form?.get('once') ?? ''
    if (!isHere(request) || !organisation || !signIn.links.redeem(once)) return expired(door, response)
    const cookie = door.sessions.begin({ id: `local-${organisation.id}`, name: say('sign-in-adviser'), organisation: organisation.id })
    const headers = { ...door.headers, 'Set-Cookie': door.cookies.write('desk', cookie), Location: '/desk' }
    send(response, { status: 303, type: 'text/plain', body: '', headers })
  })
  server.post('/desk/sign-in/print', async (request: IncomingMessage, response: ServerResponse) => {
    await readForm(request)
    if (isHere(request) && isOwnPage(request)) signIn.links.printAgain(`http://${request.headers.host ?? ''}`)
    page(door, response, { title: say('sign-in-title'), main: [say('sign-in-printed')] })
  })
}
