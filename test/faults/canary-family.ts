// A family that types far more than anybody asked for: marked words wherever words can be typed.
import { DirectLineClient, type Heard } from '../direct-line-client'
import { CANARIES as C } from './canary-tokens'

/** What is typed when a message asks, in this order; the last one is typed again. */
type Answers = Readonly<Record<string, readonly string[]>>

const LETTER_DATE = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/')

const TO_THE_DATES: Answers = {
  'triage.ask-decision': [
    `Brackenthwaite family, ref ${C.councilReference}, NI ${C.niNumber}, ${C.address}, he has ${C.diagnosisInAccount}, blah`,
    'They will not do an EHC needs assessment',
  ],
  'triage.sounds-like': ['They will not do an EHC needs assessment'],
  'triage.ask-june': ['No, not yet'],
  'deadline.ask-letter-date': [`it lay under the ${C.besideDate}`, LETTER_DATE],
  'date.confirm': ['Yes'],
  'deadline.ask-certificate': [`${C.officer} never said`, 'No, not yet'],
}

const TO_THE_SUMMARY: Answers = {
  'handoff.ways': ['Northshire SENDIASS (demonstration)'],
  'handoff.how': ['Ask them to ring me'],
  'handoff.ask-role': ['A parent or carer'],
  'handoff.ask-june': ['No, not yet'],
  'handoff.ask-wants': ['Advice first'],
  'handoff.ask-adviser': ['No, not yet'],
  'handoff.ask-about': ['Something else'],
  'handoff.ask-phone': [C.declinedPhone],
  'handoff.ask-phone-instead': ['no'],
  'handoff.ask-email': [C.declinedEmail],
  'handoff.ask-times': ['In the morning'],
  'handoff.ask-leave-message': ['No, leave no message'],
  'handoff.ask-name': [C.declinedName],
  'handoff.ask-needs': ['Nothing'],
  'handoff.ask-own-words': [`The ${C.declinedWords} at ${C.declinedSchool} boiled over.`],
}

export class CanaryFamily {
  /** Everything that was typed. */
  readonly typed: string[] = []
  private answers = new Map<string, string[]>()

  private constructor(readonly chat: DirectLineClient) {}

  static async open(url: string): Promise<CanaryFamily> {
    const family = new CanaryFamily(await DirectLineClient.open(url, 'demo'))
    await family.chat.hear(1)
    return family
  }

  async type(text: string): Promise<readonly Heard[]> {
    this.typed.push(text)
    return this.chat.say(text)
  }

  /** Types this and answers until the message comes. A question may not be kept. */
  async until(goal: string, first: string, answers: Answers): Promise<Heard> {
    this.answers = new Map(Object.entries(answers).map(([id, lines]) => [id, [...lines]]))
    let said = await this.type(first)
    for (let turn = 0; turn < 60; turn += 1) {
      const found = said.find(({ advice }) => advice?.['message'] === goal)
      if (found) return found
      said = await this.type(this.answerTo(said.at(-1)))
    }
    throw new Error(`The chat never comes to ${goal}`)
  }

  private answerTo(asked: Heard | undefined): string {
    const id = String(asked?.advice?.['message']).replace(/-again$/, '')
    if (id === 'question.ask-keep') return 'No'
    if (id === 'question.clarify') return 'None of these'
    const left = this.answers.get(id)
    const answer = left && left.length > 1 ? left.shift() : left?.[0]
    if (answer === undefined) throw new Error(`Nothing to say to ${id}: ${asked?.text}`)
    return answer
  }

  /** With the dates of a letter; `answers` in place of the usual ones. */
  async toASummary(answers: Answers): Promise<void> {
    await this.until('deadline.more', 'I have a letter about my child', TO_THE_DATES)
    await this.until('handoff.summary', 'talk to a person', { ...TO_THE_SUMMARY, ...answers })
  }

  /** Questions, an account, two summaries that are not shared, and a crisis. */
  async typeWhereverWordsCanBeTyped(): Promise<void> {
    await this.until('deadline.more', 'I have a letter about my child', TO_THE_DATES)
    await this.ask(`Does ${C.childName} at ${C.school}, born ${C.birthDateInWords}, with ${C.diagnosis}, need a lawyer?`)
    await this.ask(`Who pays when I ring from ${C.phone} or write from ${C.email}?`)
    await this.ask(`Why did the ${C.question} fall on the moon?`)
    await this.until('handoff.summary', 'talk to a person', TO_THE_SUMMARY)
    await this.until('handoff.summary', 'Add my own words', TO_THE_SUMMARY)
    await this.until('handoff.not-shared', 'No, share nothing', TO_THE_SUMMARY)
    const byEmail = { ...TO_THE_SUMMARY, 'handoff.how': ['Ask them to e-mail me'] }
    await this.until('handoff.summary', 'talk to a person', byEmail)
    await this.until('handoff.not-shared', 'No, share nothing', byEmail)
    await this.type(`I want to kill myself on the ${C.crisisWords}, please tell ${C.crisisName}`)
  }

  private async ask(question: string): Promise<void> {
    const said = await this.type(question)
    if (said.at(-1)?.advice?.['message'] === 'question.ask-keep') await this.type('No')
  }

  /** To the summary for the mediation desk that will be shared: with a line taken out, masks, and own words. Gives what was shown last. */
  async toTheLastSummary(): Promise<string> {
    const answers: Answers = {
      ...TO_THE_SUMMARY,
      'handoff.ways': ['Northshire Mediation (demonstration)'],
      'handoff.ask-phone': [`ask ${C.surname}`, C.sharedPhone],
      'handoff.ask-name': [C.sharedName],
    }
    const own = (words: string): Answers => ({ ...answers, 'handoff.ask-own-words': [words] })
    await this.until('handoff.summary', 'talk to a person', answers)
    const long = `NHS ${C.nhsNumber}, UPN ${C.upn}, born ${C.birthDate}, lives at ${C.postcode}, has ${C.diagnosisInOwnWords} and a ${C.removedWords}.`
    const { text } = await this.until('handoff.summary', 'Add my own words', own(long))
    const [, number, words = ''] = /^(\d+)\. In my words: (.+)$/m.exec(text) ?? []
    if (number === undefined || !words.includes(C.removedWords)) throw new Error(`There are no own words to take out: ${text}`)
    const without = await this.until('handoff.summary', 'Take a line out', { ...answers, 'handoff.ask-line': [number] })
    if (without.text.includes(C.removedWords)) throw new Error('The line is still there')
    const last = await this.until('handoff.summary', 'Add my own words', own(`The ${C.sharedWords} matters to us.`))
    return last.text
  }
}
