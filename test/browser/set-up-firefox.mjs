// Installs Debian's firefox-esr where it is missing and may be installed, and says so. Prints where Firefox is; on standard error, why it is not.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']
const found = () => PLACES.find((path) => path && existsSync(path))

if (!found()) install()
if (found()) process.stdout.write(found())

function install() {
  const isDebian = existsSync('/etc/debian_version') && spawnSync('apt-get', ['--version']).status === 0
  if (!isDebian || process.getuid?.() !== 0) {
    console.error(
      'Firefox is not here, and this is not a Debian machine where it may be installed: its journeys do not run. Set FIREFOX to its path.',
    )
    return
  }
  console.error('Installing firefox-esr from Debian, for the journeys in Firefox (once).')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' })
  const done = spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'firefox-esr'], { env, encoding: 'utf8' })
  if (done.status !== 0)
    console.error(`apt-get could not install firefox-esr: its journeys do not run. ${done.stderr.split('\n').slice(-3).join(' ')}`)
}
