// Adds the probabilities of a topic and of the topics that are part of it, and ranks these families.

/** A family of topics: the topic, its parts, and the probability of all together; or a class outside the scope. */
export interface Family {
  readonly id: number
  readonly probability: number
  /** The likeliest member class, and how likely it is. */
  readonly member: number
  readonly memberProbability: number
}

/** Families, the likeliest first. `familyOf[class]` is the class number of the family's head. */
export function weighFamilies(probabilities: Float64Array, familyOf: Uint16Array): Family[] {
  const families = new Map<number, Family>()
  probabilities.forEach((p, index) => {
    const id = familyOf[index] ?? index
    const before = families.get(id)
    if (before === undefined) families.set(id, { id, probability: p, member: index, memberProbability: p })
    else {
      const likelier = p > before.memberProbability
      families.set(id, {
        id,
        probability: before.probability + p,
        member: likelier ? index : before.member,
        memberProbability: likelier ? p : before.memberProbability,
      })
    }
  })
  return [...families.values()].sort((a, b) => b.probability - a.probability)
}
