// Which way a language is written.

const FROM_RIGHT_TO_LEFT = /^(?:ar|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b|-(?:Arab|Hebr)\b/

/** The direction of a language tag such as `en-GB`, `ur` or `pa-Arab`. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return FROM_RIGHT_TO_LEFT.test(language) && !language.includes('-Latn') ? 'rtl' : 'ltr'
}
