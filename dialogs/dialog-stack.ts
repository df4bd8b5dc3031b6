// Where Bot Framework's dialogs find their stack, and the memory of theirs that we use: none but the turn's.
import type { StatePropertyAccessor, TurnContext } from 'botbuilder-core'
import type { DialogState } from 'botbuilder-dialogs'
import type { DialogStateManagerConfiguration } from 'botbuilder-dialogs/lib/memory/dialogStateManager'
import { DialogMemoryScope } from 'botbuilder-dialogs/lib/memory/scopes/dialogMemoryScope'
import { TurnMemoryScope } from 'botbuilder-dialogs/lib/memory/scopes/turnMemoryScope'
import { visitOf } from './visit'

/** Where the SDK's state manager looks before it puts all its scopes and path resolvers together anew, on every turn and step. */
const CONFIGURATION = 'DialogStateManagerConfiguration'
const SCOPES: DialogStateManagerConfiguration = { memoryScopes: [new TurnMemoryScope(), new DialogMemoryScope()], pathResolvers: [] }

/** Bot Framework's dialog stack, kept in the memory of the visit that the turn began. */
export const dialogStack: StatePropertyAccessor<DialogState> = {
  get: async (context: TurnContext) => {
    context.turnState.set(CONFIGURATION, SCOPES)
    const visit = visitOf({ context })
    if (!Array.isArray(visit.memory.stack['dialogStack'])) visit.memory = { ...visit.memory, stack: { dialogStack: [] } }
    return visit.memory.stack as unknown as DialogState
  },
  set: async (context, value) => {
    const visit = visitOf({ context })
    visit.memory = { ...visit.memory, stack: value as unknown as Record<string, unknown> }
  },
  delete: async (context) => {
    const visit = visitOf({ context })
    visit.memory = { ...visit.memory, stack: {} }
  },
}
