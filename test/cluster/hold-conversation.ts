// Holds a conversation with a service: in quiet, or as families do while it is killed.
import type { Conversation } from './conversations'
import type { Family } from './family'

/** One message after the other, each waited for; gives what the bot said. */
export async function heldInQuiet(family: Family, { council, says }: Conversation): Promise<readonly string[]> {
  await family.begin(council)
  for (const text of says) {
    await family.answered()
    await family.say(text)
  }
  await family.answered()
  const log = await family.log()
  family.close()
  return log.filter(({ from }) => from.role === 'bot').map(({ text }) => text ?? '')
}

/** Now and then the next message does not wait for the answer to the one before. */
export async function hold(family: Family, { council, says }: Conversation): Promise<void> {
  await family.begin(council)
  for (const text of says) {
    if (Math.random() < 0.7) await family.answered()
    await family.say(text)
    await new Promise((resolve) => setTimeout(resolve, 200 * Math.random()))
  }
  await family.answered()
  await settled(family)
}

/** Whatever would still come, comes within a moment: an answer that is doubled as well. */
async function settled(family: Family): Promise<void> {
  for (let before = -1; before !== family.heard.length;) {
    before = family.heard.length
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}
