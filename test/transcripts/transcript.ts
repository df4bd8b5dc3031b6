// Reads and writes .chat files: a header, then `user:` and `bot:` lines, with the buttons in brackets.

export interface Turn {
  /** What the person types; null for the greeting, before anybody typed. */
  readonly user: string | null
  readonly bot: readonly BotLine[]
}

export interface BotLine {
  readonly text: string
  /** Labels of suggested actions, or of the buttons of a card. */
  readonly buttons: readonly string[]
  readonly shownAs: 'Suggestions' | 'Card' | null
}

export interface Transcript {
  readonly header: Readonly<Record<string, string>>
  readonly turns: readonly Turn[]
}

export function readTranscript(file: string): Transcript {
  const [head = '', ...rest] = file.split('\n\n')
  const header = Object.fromEntries(
    head
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
  const turns: { user: string | null; bot: { text: string; buttons: string[]; shownAs: BotLine['shownAs'] }[] }[] = [
    { user: null, bot: [] },
  ]
  for (const line of rest.join('\n\n').split('\n')) {
    const turn = turns[turns.length - 1]!
    const said = turn.bot[turn.bot.length - 1]
    const buttons = /^\[(Suggestions|Card)=(.*)\]$/.exec(line)
    if (line.startsWith('user: ')) turns.push({ user: line.slice(6), bot: [] })
    else if (line.startsWith('bot: ')) turn.bot.push({ text: line.slice(5), buttons: [], shownAs: null })
    else if (buttons && said) Object.assign(said, { shownAs: buttons[1], buttons: (buttons[2] ?? '').split('|') })
    else if (said) said.text += `\n${line}`
  }
  return { header, turns: turns.map(({ user, bot }) => ({ user, bot: bot.map((line) => ({ ...line, text: line.text.trim() })) })) }
}

export function writeTranscript({ header, turns }: Transcript): string {
  const head = Object.entries(header).map(([key, value]) => `${key}=${value}`)
  const body = turns.flatMap(({ user, bot }) => [
    ...(user === null ? [] : [`user: ${user}`]),
    ...bot.flatMap(({ text, buttons, shownAs }) => [`bot: ${text}`, ...(shownAs ? [`[${shownAs}=${buttons.join('|')}]`] : [])]),
    '',
  ])
  return `${head.join('\n')}\n\n${body.join('\n')}`.trimEnd() + '\n'
}
