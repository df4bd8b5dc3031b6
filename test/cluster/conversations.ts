// What families say in the cluster's test: their dates, the menu, and questions in their own words. Nobody deletes: what was deleted cannot be counted.

export interface Conversation {
  readonly council: string
  readonly says: readonly string[]
}

export const CONVERSATIONS: readonly Conversation[] = [
  {
    council: 'southend',
    says: [
      'I have a letter about my child',
      'They will not do an EHC needs assessment',
      '9 October 2026',
      'Yes',
      'does mediation cost anything',
      'how long do I have to appeal',
      'start again',
      'I have a letter about my child',
    ],
  },
  {
    council: 'hackney',
    says: [
      'what is mediation',
      'who comes to the meeting',
      'is it confidential',
      'do I need a lawyer',
      'thank you',
      'what is an EHC plan',
      'help',
    ],
  },
  {
    council: 'manchester',
    says: [
      'talk to a person',
      'start again',
      'what is disagreement resolution',
      'what does it cost',
      'what is sendiass',
      'what is a mediation certificate',
    ],
  },
  {
    council: 'demo',
    says: [
      'hello',
      'my son was refused a plan',
      'what can I do',
      'the school is not giving him his hours',
      'start again',
      'is mediation free',
    ],
  },
]
