// The words for the 34 rows of routes and the two that fit none yet.
import { loadPack } from '../../src/content/load'
import { inVoice } from '../../src/content/wording'
import { contentDir } from '../../src/project-root'
import { TRIAGE_ROWS } from '../../src/rules/triage/rows'

const pack = loadPack(contentDir)

/** The Tribunal's form of each row that has one, by hand. */
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['refuse-assess', /^SEND35A$/],
  ['refuse-issue', /^SEND35$/],
  ['plan-content', /^SEND35$/],
  ['placement-named', /^SEND35$/],
  ['placement-type', /^SEND35$/],
  ['placement-none', /^SEND35$/],
  ['placement-and-content', /^SEND35$/],
  ['refuse-amend', /^SEND35$/],
  ['refuse-reassess', /^SEND35$/],
  ['cease', /^SEND35$/],
  ['health-or-care', /^SEND35$/],
  ['discrimination-school', /SEND4A.*SEND4B.*SEND26A.*SEND26B/],
]

describe('decisions', () => {
  it.each(FORMS)('%s has its form', (problem, form) => {
    expect(pack.decisions.get(problem as 'cease')?.form).toMatch(form)
  })

  it.each(TRIAGE_ROWS.map(({ problem, certificate }) => [problem, certificate] as const))(
    '%s says of the certificate what the rule says: %s',
    (problem, certificate) => {
      const said = inVoice(pack.decisions.get(problem)?.certificate ?? '', 'parent')
      const begins = { needed: 'Needed', 'not-needed': 'Not needed', check: 'Check' }[certificate]
      expect(said.startsWith(begins)).toBe(true)
      if (begins !== 'Check')
        expect(said).toMatch(
          / because |Section B or F is in dispute|as soon as Section B or F|not only about the school|Certificates are for|Mediation certificates are for|Needed if you appeal|When a decision comes|no right to SEND mediation/,
        )
    },
  )

  it.each([...pack.decisions])('%s speaks the letter’s words in a button', (_id, { label }) => {
    for (const voice of ['parent', 'young-person'] as const) expect(inVoice(label, voice).length).toBeLessThanOrEqual(60)
  })

  it('never says "your child" to a young person', () => {
    const said = [...pack.decisions.values()].flatMap(({ label, about, route, certificate, next }) => [
      label,
      about,
      route,
      certificate,
      ...next,
    ])
    expect(said.map((text) => inVoice(text, 'young-person')).filter((text) => /your child|your son|your daughter/i.test(text))).toEqual([])
  })

  it('warns of Section B and F wherever no certificate is needed for Section I', () => {
    for (const problem of ['placement-named', 'placement-type', 'placement-none'] as const)
      expect(inVoice(pack.decisions.get(problem)?.certificate ?? '', 'parent')).toContain(
        'If you add Section B or F, you need a certificate after all.',
      )
  })
})
