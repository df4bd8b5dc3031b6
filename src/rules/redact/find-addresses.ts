// Streets and houses.
import { spansOf, type Span } from './span'

const STREET =
  'street|str|st|road|rd|avenue|ave|av|lane|ln|close|cl|drive|drv|way|court|ct|crescent|cres|place|gardens|gdns|terrace|grove|hill|walk|mews|square|sq|row|green|view|rise|park|parade|boulevard|circus|wharf|quay|vale|yard|estate|house|lodge|farm|cottage|villas|mansions|heights|towers?|parkway|croft|meadows?|fields?|end|gate'
/** Words that tell a count from a house number: "3 days in court", "2 letters to the place". */
const NO_STREET =
  '(?!(?:in|of|to|the|on|a|an|my|our|his|her|for|at|by|and|or|is|was|more|other|days?|weeks?|months?|years?|hours?|minutes?|working|school(?! (?:lane|ln|road|rd|street|st|close|hill|walk|drive|avenue|terrace)\\b)|people|kids|children|times|letters?|schools|different|yo|yr|yrs)\\b)'
const NUMBERED = `(?<![\\w£./-])\\d{1,4}[a-z]?,? (?:${NO_STREET}[a-z][a-z'-]{0,20} ){1,3}(?:${STREET})\\b\\.?`
const WITH_TOWN = new RegExp(`${NUMBERED}(?:,? [A-Z][a-z]{2,20})?`, 'g')
const ANY_CASE = new RegExp(NUMBERED, 'gi')
const NAMED = new RegExp(
  `\\b(?:\\d{1,4}[a-z]?,? )?(?:[A-Z][a-z'-]{1,20} ){1,3}(?:Street|Road|Avenue|Lane|Close|Drive|Way|Crescent|Gardens|Terrace|Grove|Mews|Square|Rd|Ave|St|Cottage|Farm|Villas)\\b`,
  'g',
)
const FLAT = /\b(?:flat|apartment|apt|unit|room|block|po box|p\.o\. box)\.? (?:no\.? |number )?\d{1,4}[a-z]?\b(?:,? [a-z]{3,21}){0,3}/gi
const LIVES_AT =
  /\b(?:live|lives|living|lived|address is|moved to|stay|staying) (?:at|on|in) (?:number |no\.? )?(\d{1,4}[a-z]?(?:,? [a-z'-]{2,20}){0,3})/gi

/** Addresses, with or without a number, as far as their form tells. */
export function findAddresses(text: string): Span[] {
  return [
    ...[WITH_TOWN, ANY_CASE, NAMED, FLAT].flatMap((pattern) => spansOf(text, pattern, 'address')),
    ...spansOf(text, LIVES_AT, 'address'),
  ]
}
