// A question asked in the middle of something else: answered from the pack, after which the same step comes back.
import type { DialogContext } from 'botbuilder-dialogs'
import { sayTopic } from './say-topic'
import { say } from './say'
import { holdQuestion } from './unanswered'
import { visitOf } from './visit'
import { CLARIFY } from './dialog-names'

/** `answered`: said, ask the step again. `asked-back`: a choice of topics is on the table. `no`: it was no question that we know. */
export async function answerInBetween(dc: DialogContext, text: string): Promise<'answered' | 'asked-back' | 'no'> {
  const visit = visitOf(dc)
  const finding = await visit.findTopic(text)
  switch (finding.kind) {
    case 'answer':
      for (const topic of finding.topics) await sayTopic(dc, topic, finding.others)
      return 'answered'
    case 'signpost':
      await say(dc, 'question.signpost', { door: finding.words })
      return 'answered'
    case 'smalltalk':
      await say(dc, 'question.smalltalk', { reply: finding.words })
      return 'answered'
    case 'clarify':
      holdQuestion(visit, text)
      await dc.beginDialog(CLARIFY, { topics: finding.topics })
      return 'asked-back'
    case 'not-sure':
      return 'no'
  }
}
