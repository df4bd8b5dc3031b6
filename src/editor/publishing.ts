// What editors do to the pack: write, publish what another wrote, take back, withdraw and restore. Everything ends in the overlay's files.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { councilFile, councilText, councilValues, councilYaml } from '../content/overlay/council-text'
import { dropDraft, readDraft, sealOf, writeDraft, type Draft } from '../content/overlay/drafts'
import { publish } from '../content/overlay/publish'
import { checksumOf, readVersions, type OverlayVersion } from '../content/overlay/read-overlay'
import type { Person } from '../content/overlay/shapes'
import { restoreTopic, withdrawTopic, type Switched } from '../content/overlay/withdraw'
import type { EditorDeps } from './editor-deps'
import { checkCouncil, type Checked } from './check-council'
import { valuesFrom } from './council-form'

export type Ground = Pick<EditorDeps, 'contentDir' | 'base' | 'style' | 'dir' | 'editions' | 'now' | 'today'>

/** Checks what was typed and, where nothing is wrong, keeps it as the council's draft. */
export function write(ground: Ground, by: Person, council: string, form: URLSearchParams): Checked & { readonly text: string } {
  const { base, style, dir, editions, contentDir } = ground
  const before = editions.live.councils.get(council)
  if (!before) throw new Error('A council that the pack does not have')
  const live = councilText(contentDir, dir, council)
  const text = councilYaml(valuesFrom(form, before, councilValues(live)))
  const checked = checkCouncil({ base, style }, before, text, ground.today())
  const reason = (form.get('reason') ?? '').trim().slice(0, 500)
  const unsaid = reason === '' ? [{ file: councilFile(council), path: 'reason', message: 'must not be empty' }] : []
  if ('faults' in checked || unsaid.length > 0) return { faults: [...('faults' in checked ? checked.faults : []), ...unsaid], text }
  const writers = [...(readDraft(dir, council)?.writers ?? []).filter(({ id }) => id !== by.id), by]
  writeDraft(dir, { council, text, reason, recall: form.get('recall') === 'yes', writers, at: ground.now(), over: checksumOf(live) })
  return { ...checked, text }
}

/** `own`: whoever wrote in it does not publish it. `other`: it is not what was seen, or what it was written over has changed. */
export type Published = 'done' | 'own' | 'other' | 'none'

export function publishDraft(
  { base, style, contentDir, dir, editions, now, today }: Ground,
  by: Person,
  council: string,
  seal: string,
): Published {
  const draft = readDraft(dir, council)
  if (!draft) return 'none'
  if (draft.writers.some(({ id }) => id === by.id)) return 'own'
  const before = editions.live.councils.get(council)
  const isSame = sealOf(draft) === seal && checksumOf(councilText(contentDir, dir, council)) === draft.over
  if (!before || !isSame || 'faults' in checkCouncil({ base, style }, before, draft.text, today())) return 'other'
  const { reason, recall, writers, text } = draft
  const change: Change = (files) => new Map([...files, [councilFile(council), text]])
  publish(base, dir, { what: 'facts', about: council, reason, recall, writtenBy: writers, publishedBy: by, change }, now())
  dropDraft(dir, council)
  editions.refresh()
  return 'done'
}

type Change = (files: ReadonlyMap<string, string>) => ReadonlyMap<string, string>

/** Puts a council back to how it was before its newest change. False when that is not the version that was seen. */
export function takeBack({ base, contentDir, dir, editions, now }: Ground, by: Person, number: number, reason: string): boolean {
  const versions = readVersions(dir)
  const seen = versions.find(({ manifest }) => manifest.number === number)
  if (!seen || newestOf(versions, seen.manifest.about) !== number) return false
  const file = councilFile(seen.manifest.about)
  const earlier = versions[versions.indexOf(seen) - 1]?.files.get(file) ?? readFileSync(join(contentDir, file), 'utf8')
  const change: Change = (files) => new Map([...files, [file, earlier]])
  const said = { what: 'taken-back', about: seen.manifest.about, reason, recall: true, writtenBy: [by], publishedBy: by } as const
  publish(base, dir, { ...said, change }, now())
  editions.refresh()
  return true
}

/** The number of a council's newest change that can be taken back; null where there is none. */
export function newestOf(versions: readonly OverlayVersion[], council: string): number | null {
  const last = versions.findLast(({ manifest: { what, about } }) => about === council && (what === 'facts' || what === 'taken-back'))
  return last?.manifest.what === 'facts' ? last.manifest.number : null
}

export function switchTopic(ground: Ground, by: Person, how: 'withdraw' | 'restore', said: { topic: string; reason: string }): Switched {
  const { base, dir, editions, now, today } = ground
  const came = (how === 'withdraw' ? withdrawTopic : restoreTopic)(base, dir, { ...said, by, on: today(), at: now() })
  editions.refresh()
  return came
}

/** The council as a draft has it; null when it does not fit any more. */
export function councilOf(
  { base, style, editions, today }: Ground,
  { council, text }: Draft,
): Extract<Checked, { council: unknown }>['council'] | null {
  const before = editions.live.councils.get(council)
  const checked = before && checkCouncil({ base, style }, before, text, today())
  return checked && 'council' in checked ? checked.council : null
}
