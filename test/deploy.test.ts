// What deploy/ says is true of the program: every setting that it sets exists, every figure that an alert reads is told, every file that it names is there.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { MESSAGE_KINDS } from '../src/content/schema/message'
import { createLog } from '../src/log'
import { createMetrics } from '../src/metrics'
import { projectRoot } from '../src/project-root'

const read = (name: string): string => readFileSync(join(projectRoot, 'deploy', name), 'utf8')
const known = new Set(
  [...readFileSync(join(projectRoot, '.env.example'), 'utf8').matchAll(/^#?\s*([A-Za-z_]+)=/gm)].map(([, name]) => name),
)
const isSetting = (name: string): boolean => known.has(name.replace(/_FILE$/, '')) || known.has(name)

test.each(['compose.embedded.yaml', 'compose.postgres.yaml'])('%s sets settings that exist, each secret from a file', (name) => {
  const { services, secrets } = parse(read(name)) as {
    services: { advice: { environment: Record<string, string>; secrets: string[] } }
    secrets: Record<string, { file: string }>
  }
  const { environment, secrets: given } = services.advice
  expect(Object.keys(environment).filter((setting) => !isSetting(setting))).toEqual([])
  for (const [setting, value] of Object.entries(environment)) {
    if (setting.endsWith('_FILE')) expect(given.map((secret) => `/run/secrets/${secret}`)).toContain(value)
  }
  expect(given.filter((secret) => !(secret in secrets))).toEqual([])
})

test('the image sets settings that exist and starts what the build makes', () => {
  const text = read('Dockerfile')
  const set = [...(/^ENV (.*)$/m.exec(text)?.[1] ?? '').matchAll(/(\w+)=/g)].map(([, name]) => name ?? '')
  expect(set.filter((name) => name !== 'NODE_ENV' && !isSetting(name))).toEqual([])
  expect(text).toContain('"dist/src/index.js"')
  expect(existsSync(join(projectRoot, 'src/index.ts'))).toBe(true)
  expect(text).toMatch(/^USER 10001/m)
})

test('the unit and the Azure template set settings that exist', () => {
  const unit = [...read('common-ground.service').matchAll(/([A-Z][A-Z_]+)=(?:production|\/|%d)/g)].map(([, name]) => name ?? '')
  const azure = [...read('main.bicep').matchAll(/\{ name: '([A-Za-z]+_?[A-Za-z_]*)', (?:value|secretRef)/g)].map(([, name]) => name ?? '')
  const settings = [...unit, ...azure].filter((name) => name !== 'NODE_ENV' && !/-|^database|^token|^send/.test(name))
  expect(settings.length).toBeGreaterThan(8)
  expect(settings.filter((name) => !isSetting(name))).toEqual([])
})

test('every alert reads a figure that is told', async () => {
  const metrics = createMetrics(createLog({ write: () => undefined }), MESSAGE_KINDS)
  const text = await metrics.text()
  const rules = alerts()
  expect(rules.length).toBeGreaterThan(5)
  for (const { expr } of rules) {
    for (const [name] of expr.matchAll(/send_\w+/g)) expect(text).toContain(`# TYPE ${name.replace(/_(?:bucket|sum|count)$/, '')} `)
  }
})

test('docs/running.md says what to do about every alert', () => {
  const running = readFileSync(join(projectRoot, 'docs/running.md'), 'utf8')
  const told = [...running.matchAll(/^\| (Advice\w+) \|/gm)].map(([, name]) => name)
  expect(told).toEqual(alerts().map(({ alert }) => alert))
})

function alerts(): readonly { readonly alert: string; readonly expr: string }[] {
  const { groups } = parse(read('alerts.yaml')) as { groups: { rules: { alert: string; expr: string }[] }[] }
  return groups.flatMap(({ rules }) => rules)
}
