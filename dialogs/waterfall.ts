// A waterfall as Bot Framework has it, whose steps run in the dialog context that is there: the SDK's own puts a new one together for each step, memory scopes and all.
import type { DialogContext, DialogTurnResult, WaterfallStep } from 'botbuilder-dialogs'
import { DialogReason } from 'botbuilder-dialogs/lib/dialog'
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog'
import { WaterfallStepContext } from 'botbuilder-dialogs/lib/waterfallStepContext'

interface StepState {
  stepIndex: number
  readonly options: object
  readonly values: object
}

export class Waterfall<Options extends object = object> extends WaterfallDialog<Options> {
  private readonly stepCount: number

  constructor(id: string, steps: WaterfallStep<Options>[]) {
    super(id, steps)
    this.stepCount = steps.length
  }

  protected override async runStep(dc: DialogContext, index: number, reason: DialogReason, result?: unknown): Promise<DialogTurnResult> {
    if (index >= this.stepCount) return dc.endDialog(result)
    const state = dc.activeDialog?.state as StepState
    state.stepIndex = index
    const { options, values } = state
    const onNext = (passed?: unknown): Promise<DialogTurnResult> => this.resumeDialog(dc, DialogReason.nextCalled, passed)
    const _info = { index, options, reason, result, values, onNext }
    return this.onStep(Object.assign(Object.create(WaterfallStepContext.prototype) as WaterfallStepContext<Options>, dc, { _info }))
  }
}
