// At the desk: a copy for the family, only after a fresh sign-in, and deleting, only when it is meant.
import { DeskSite } from './desk-site'

const MINUTE = 60_000
let site: DeskSite
beforeEach(async () => void (site = await new DeskSite().start()))
afterEach(() => site.stop())

async function opened(): Promise<{
  id: string
  post: (action: string, fields: Record<string, string>) => Promise<Response>
  text: () => string
}> {
  const adviser = await site.adviser('mediation')
  const id = site.handoffs.add(1, { organisation: 'mediation', shown: 'You are a parent.', contact: '07700 900123' })
  await adviser.get(`/desk/case/${id}`)
  const post = async (action: string, fields: Record<string, string>): Promise<Response> =>
    adviser.fetch(`/desk/case/${id}/${action}`, {
      method: 'POST',
      body: new URLSearchParams({ csrf: adviser.csrf, ...fields }),
      redirect: 'manual',
    })
  return { id, post, text: () => adviser.page.text }
}

test('a copy to read and a copy for computers, to be saved and kept by nobody on the way', async () => {
  const { id, post } = await opened()
  const text = await post('copy', { form: 'text' })
  expect([text.status, text.headers.get('content-type'), text.headers.get('cache-control')]).toEqual([
    200,
    'text/plain; charset=utf-8',
    'no-store',
  ])
  expect(text.headers.get('content-disposition')).toBe(`attachment; filename="case-${id.slice(0, 6)}.txt"`)
  const words = await text.text()
  expect(words).toContain('WHAT WAS SHARED, EXACTLY AS IT WAS SHOWN\nYou are a parent.')
  expect(words).toContain('HOW TO REACH YOU\n07700 900123')
  const json = await post('copy', { form: 'json' })
  expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const copy = (await json.json()) as Record<string, unknown>
  expect(Object.keys(copy)).toEqual(['form', 'at', 'case', 'summary', 'shown', 'contact', 'lines', 'events'])
  expect(copy).toMatchObject({ form: 'copy-of-case/1', shown: 'You are a parent.', contact: '07700 900123' })
  expect(copy['case']).not.toHaveProperty('conversation')
})

test('ten minutes after signing in a copy asks to sign in again, whoever’s case it is', async () => {
  const { post, id } = await opened()
  site.at += 10 * MINUTE
  expect((await post('copy', { form: 'text' })).status).toBe(200)
  site.at += 1
  const late = await post('copy', { form: 'text' })
  expect(late.status).toBe(403)
  const html = await late.text()
  expect(html).toContain('Sign in again first')
  expect(html).not.toContain('07700')
  expect(site.handoffs.handoff(id).state).toBe('queued')
})

test('nothing is deleted without the tick; with it everything is', async () => {
  const { id, post } = await opened()
  const unsure = await post('erase', {})
  expect([unsure.status, unsure.headers.get('location')]).toEqual([303, `/desk/case/${id}`])
  expect(site.handoffs.handoff(id).endReason).toBeNull()
  expect((await post('erase', { sure: 'yes' })).status).toBe(303)
  expect(site.handoffs.handoff(id).endReason).toBe('erased')
})
