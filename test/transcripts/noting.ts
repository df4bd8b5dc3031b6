// What of a map was asked for.

/** A map that notes what was asked of it. */
export class Noting<K, V> extends Map<K, V> {
  readonly heard = new Set<K>()
  override get(key: K): V | undefined {
    this.heard?.add(key)
    return super.get(key)
  }
  get unheard(): K[] {
    return [...this.keys()].filter((key) => !this.heard.has(key))
  }
}
