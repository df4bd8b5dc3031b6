// Starts the Chromium that the registry brings, with nothing running in the background that would call out.
import { execFileSync } from 'node:child_process'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A headless Chromium; whoever starts it closes it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: FLAGS, headless: true })
}

/** @sparticuz/chromium is an ES module that unpacks its browser when asked where it is: jest cannot load it, a process of its own can. */
function chromiumPath(): string {
  const script = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath()).then((path) => process.stdout.write(path))`
  return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })
}
