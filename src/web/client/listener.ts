// What a connection tells the page.
import type { Activity } from '../view/activity'

export type Standing = 'connecting' | 'connected' | 'lost'

export interface Listener {
  onActivity(activity: Activity): void
  onStanding(standing: Standing): void
  /** Everything said before the page was opened again has been handed over. */
  onRestored(): void
  /** The conversation could not go on; a new one is being started. */
  onEnded(): void
}
