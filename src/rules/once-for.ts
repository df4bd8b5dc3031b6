// What is made out of something that does not change is made once, and goes when that goes.

/** The same function, which remembers for each object what it gave; an object that nobody holds any more is forgotten. */
export function onceFor<From extends object, Made extends object>(make: (from: From) => Made): (from: From) => Made {
  const made = new WeakMap<From, Made>()
  return (from) => {
    const known = made.get(from)
    if (known !== undefined) return known
    const fresh = make(from)
    made.set(from, fresh)
    return fresh
  }
}
