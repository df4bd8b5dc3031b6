// Staff commands as Teams sends them: with mentions, markup and any case.
import { readCommand } from '../../../src/channels/teams/read-command'
import { readDeadline } from '../../../src/channels/teams/read-deadline'
import { day } from '../../holidays'

test.each([
  ['queue', { kind: 'queue' }],
  ['<at>Common Ground</at> queue', { kind: 'queue' }],
  ['<at id="0">Common Ground</at>&nbsp;Queue!\n', { kind: 'queue' }],
  ['<p>On Duty</p>', { kind: 'on-duty' }],
  ['off duty', { kind: 'off-duty' }],
  ['hours?', { kind: 'hours' }],
  ['help', { kind: 'help' }],
  ['/end', { kind: 'end' }],
  ['/putback', { kind: 'put-back' }],
  ['/CODE', { kind: 'code' }],
  ['find 412 298 334', { kind: 'find', rest: '412 298 334' }],
  ['find: 412298334', { kind: 'find', rest: '412298334' }],
  ['deadline 9 Oct 2026 cert 24 Nov', { kind: 'deadline', rest: '9 Oct 2026 cert 24 Nov' }],
  ['ask who pays & when?', { kind: 'ask', rest: 'who pays & when?' }],
  ['ask who pays &amp; when?', { kind: 'ask', rest: 'who pays & when?' }],
  ['ask', { kind: 'ask', rest: '' }],
  ['link 123 456 789', { kind: 'link', rest: '123 456 789' }],
  ['This is wrong: it says two weeks', { kind: 'wrong', rest: 'it says two weeks' }],
  ['finding 412 298 334', { kind: 'unknown' }],
  ['please queue', { kind: 'unknown' }],
  ['constructor', { kind: 'unknown' }],
  ['', { kind: 'unknown' }],
  ['x'.repeat(100_000), { kind: 'unknown' }],
])('%j', (typed, command) => {
  expect(readCommand(typed)).toEqual(command)
})

const TODAY = day('2026-11-22')

test.each([
  ['9 Oct 2026', { kind: 'asked', decision: 'refuse-assess', letterDate: '2026-10-09', certificateDate: null }],
  ['9 Oct 2026 cert 24 Nov', { kind: 'asked', decision: 'refuse-assess', letterDate: '2026-10-09', certificateDate: '2026-11-24' }],
  ['9 Oct 2026 cert 10 Jan', { kind: 'asked', decision: 'refuse-assess', letterDate: '2026-10-09', certificateDate: '2027-01-10' }],
  ['9 Oct 2026 cert 24 Nov 2026 cease', { kind: 'asked', decision: 'cease', letterDate: '2026-10-09', certificateDate: '2026-11-24' }],
  ['refuse-issue 09/10/2026', { kind: 'asked', decision: 'refuse-issue', letterDate: '2026-10-09', certificateDate: null }],
  ['', { kind: 'no-letter-date' }],
  ['soon', { kind: 'no-letter-date' }],
  ['about the middle of October', { kind: 'no-letter-date' }],
  ['9 Oct 2026 and 3 Nov 2026', { kind: 'no-letter-date' }],
  ['9 Oct 2026 cert', { kind: 'no-certificate-date' }],
  ['9 Oct 2026 cert 31 Nov', { kind: 'no-certificate-date' }],
])('deadline %j', (typed, read) => {
  expect(readDeadline(typed, TODAY)).toEqual(read)
})
