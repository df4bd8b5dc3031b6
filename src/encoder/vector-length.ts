// The sizes of what goes into the sentence encoder and comes out of it, for those who must not load it.

/** Length of a sentence vector; every vector has unit length. */
export const VECTOR_LENGTH = 512

/** Characters of a text that are read. */
export const LONGEST_TEXT = 600
