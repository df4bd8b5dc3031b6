// Ends the process when the shell that npm put before it is gone: npm passes SIGTERM to that shell only, which dies and leaves us behind.
const EVERY_MS = 500

/** Looks whether the parent is still the same; where it is not, what SIGTERM would do is done, once. On Windows a parent never changes. */
export function stopWithShell() {
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, EVERY_MS)
  watch.unref()
}
