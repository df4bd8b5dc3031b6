// The handoff service in memory, as far as the desk asks of it: the real rules of change, no store.
import { changeHandoff } from '../../src/rules/handoff/handoff-states'
import type { Handoff, HandoffEvent } from '../../src/rules/handoff/handoff-types'
import type { Summary } from '../../src/rules/handoff/summary'
import { readReference } from '../../src/rules/handoff/reference'
import type { CalendarDate } from '../../src/rules/calendar-date'
import type { DeskDeps } from '../../src/desk/desk-deps'
import type { Case, DeadLetter, Done, RelayLine, Staff } from '../../src/handoff/handoffs'

type Service = DeskDeps['handoffs']

export interface FakeCase extends Partial<Handoff> {
  readonly shown?: string
  readonly contact?: string | null
  readonly summary?: Summary
  readonly reference?: string
}

export class FakeHandoffs implements Service {
  private readonly cases = new Map<string, { handoff: Handoff; given: FakeCase; relay: RelayLine[]; sources: Set<string> }>()
  private readonly ears = new Map<string, Set<(id: string) => void>>()
  private readonly lookUps: number[] = []
  readonly letters: (DeadLetter & { readonly organisation: string })[] = []
  readonly asked: Record<string, number> = {}
  readonly today = new Map<string, Parameters<Service['setHours']>[1]>()
  readonly opened: string[] = []
  readonly open_desks = new Map<string, number>()
  failing = false

  constructor(private readonly now: () => number) {}

  /** A handoff that waits; its id is its number filled up to 22 characters. */
  add(number: number, given: FakeCase = {}): string {
    const id = `case-${number}-`.padEnd(22, 'x')
    const handoff: Handoff = {
      id,
      council: 'demo',
      organisation: 'mediation',
      conversation: 'chat-1',
      route: 'live',
      state: 'queued',
      version: 3,
      attempt: 1,
      decision: 'refuse-assess',
      flags: [],
      actBy: '2026-11-27' as CalendarDate,
      actByClocks: ['mediation-adviser', 'appeal'],
      isToMediation: true,
      contactMadeOn: null,
      acceptedBy: null,
      summaryHash: 'h',
      packVersion: '2026.11.1',
      createdAt: this.now(),
      consentedAt: this.now(),
      queuedAt: this.now(),
      leaseUntil: null,
      lastWordAt: null,
      endedAt: null,
      endReason: null,
      ...given,
    }
    this.cases.set(id, { handoff, given, relay: [], sources: new Set() })
    this.tellEars(handoff)
    return id
  }

  handoff(id: string): Handoff {
    const found = this.cases.get(id)
    if (!found) throw new Error(`No ${id}`)
    return found.handoff
  }

  relayOf(id: string): readonly RelayLine[] {
    return this.cases.get(id)?.relay ?? []
  }

  family(id: string, text: string): void {
    this.say(id, 'family', `family-${Math.random()}`, text)
  }

  readonly escalated = new Map<string, 'again' | 'lead'>()
  escalatedOf = async (): Promise<ReadonlyMap<string, 'again' | 'lead'>> => this.escalated

  queueOf = async (staff: Staff): Promise<readonly Handoff[]> => {
    if (this.failing) throw new Error('secret words of a family')
    return [...this.cases.values()]
      .map(({ handoff }) => handoff)
      .filter(({ organisation, state }) => organisation === staff.organisation && ['queued', 'accepted', 'live'].includes(state))
      .sort((a, b) => (a.actBy ?? '9').localeCompare(b.actBy ?? '9') || (a.queuedAt ?? 0) - (b.queuedAt ?? 0))
  }

  open = async (staff: Staff, id: string): Promise<Case | null> => {
    const found = this.mine(staff, id)
    if (!found) return null
    this.opened.push(`${staff.id} ${id}`)
    const { handoff, given, relay } = found
    return {
      handoff,
      summary: given.summary ?? null,
      shown: given.shown ?? 'Who is asking: a parent or carer\nCouncil: Northshire',
      reference: given.reference ?? '412 298 334',
      contact: given.contact ?? null,
      relay,
    }
  }

  find: Service['find'] = async (staff, typed) => {
    const recent = this.lookUps.filter((at) => this.now() - at < 60_000)
    if (recent.length >= 10) return { kind: 'too-many' }
    this.lookUps.push(this.now())
    const read = readReference(typed)
    if (read.kind !== 'digits') return { kind: read.kind }
    const found = [...this.cases.values()].find(
      ({ handoff, given }) => given.reference === read.digits && handoff.organisation === staff.organisation,
    )
    return found ? { kind: 'found', id: found.handoff.id } : { kind: 'none' }
  }

  accept: Service['accept'] = async (staff, id, version) => this.change(staff, id, { kind: 'accept', staff, version, staffHasLive: false })
  putBack: Service['putBack'] = async (staff, id) => this.change(staff, id, { kind: 'put-back', staff: staff.id, closesAt: null })
  end: Service['end'] = async (staff, id, reason) => this.change(staff, id, { kind: 'end', reason, staff: staff.id })
  outcome: Service['outcome'] = async (staff, id, outcome) => this.change(staff, id, { kind: 'outcome', staff, outcome, closesAt: null })
  contactMade: Service['contactMade'] = async (staff, id, on) => this.change(staff, id, { kind: 'contact-made', staff: staff.id, on })

  tell: Service['tell'] = async (staff, id, { source, text }) => {
    const found = this.mine(staff, id)
    if (!found) return { kind: 'refused', why: 'unknown' }
    if (found.sources.has(source)) return { kind: 'done', handoff: found.handoff }
    if (found.handoff.state === 'accepted') this.change(staff, id, { kind: 'first-word', staff: staff.id })
    const done = this.change(staff, id, { kind: 'word', from: 'adviser', staff: staff.id })
    if (done.kind === 'done') this.say(id, 'adviser', source, text)
    return done
  }

  askedAgain: Service['askedAgain'] = async (staff, id, fields) => {
    if (!this.mine(staff, id)) return false
    for (const field of fields) this.asked[field] = (this.asked[field] ?? 0) + 1
    return true
  }

  askedAgainCounts: Service['askedAgainCounts'] = async (staff) => (staff.organisation === 'mediation' ? this.asked : {})
  deadLetters: Service['deadLetters'] = async (staff) => this.letters.filter(({ organisation }) => organisation === staff.organisation)

  retry: Service['retry'] = async (staff, outboxId) => {
    const at = this.letters.findIndex(({ id, organisation }) => id === outboxId && organisation === staff.organisation)
    if (at === -1) return false
    this.letters.splice(at, 1)
    return true
  }

  copyOf: Service['copyOf'] = async (staff, id) => {
    const seen = await this.open(staff, id)
    return seen && { ...seen, events: [{ kind: 'offer', actorKind: 'service', at: 0 }], at: this.now() }
  }

  erase: Service['erase'] = async (staff, id) => {
    const found = this.mine(staff, id)
    if (!found) return false
    this.change(staff, id, { kind: 'erase' })
    found.given = {}
    return true
  }

  listen: Service['listen'] = (organisation, onChange) => {
    const ears = this.ears.get(organisation) ?? new Set()
    this.ears.set(organisation, ears.add(onChange))
    return () => ears.delete(onChange)
  }

  hoursOf: Service['hoursOf'] = async (organisation) => {
    const today = this.today.get(organisation) ?? null
    const closesAt = today?.openUntil ?? null
    return { isOpen: closesAt !== null, closesAt, opensAt: null, isSetToday: today !== null }
  }

  setHours: Service['setHours'] = async ({ organisation }, today) => {
    if (today) this.today.set(organisation, today)
    else this.today.delete(organisation)
  }

  present: Service['present'] = (organisation) => {
    const by = (change: number) => this.open_desks.set(organisation, (this.open_desks.get(organisation) ?? 0) + change)
    by(1)
    return () => by(-1)
  }

  private mine(staff: Staff, id: string) {
    const found = this.cases.get(id)
    return found?.handoff.organisation === staff.organisation ? found : undefined
  }

  private change(staff: Staff, id: string, event: HandoffEvent): Done {
    const found = this.mine(staff, id)
    if (!found) return { kind: 'refused', why: 'unknown' }
    const changed = changeHandoff(found.handoff, event, this.now())
    if ('refused' in changed) return { kind: 'refused', why: changed.refused, ...(changed.by === undefined ? {} : { by: changed.by }) }
    found.handoff = changed.handoff
    this.tellEars(found.handoff)
    return { kind: 'done', handoff: found.handoff }
  }

  private say(id: string, sender: RelayLine['sender'], source: string, text: string): void {
    const found = this.cases.get(id)
    if (!found || found.sources.has(source)) return
    found.sources.add(source)
    found.relay.push({ seq: found.relay.length + 1, sender, source, text, at: this.now(), delivery: 'delivered' })
    this.tellEars(found.handoff)
  }

  private tellEars({ organisation, id }: Handoff): void {
    for (const hear of this.ears.get(organisation) ?? []) hear(id)
  }
}
