// What people, programs and attackers may send: words of the matter, markup, numbers without end, broken text, deep and wrong JSON.
import fc from 'fast-check'

const PIECES = [
  '1 ', '9', '/', '31/12/2026 ', 'the 14th ', 'a fortnight ago ', 'last Friday week ', 'twenty first of ', 'march ', 'three hundred thousand ', 'next ',
  'my son ', 'Jack ', 'flat 3 ', 'SS1 1AA ', '07700 900123 ', '943 476 5919 ', 'x@y.example ', 'born on ', 'they said no ', 'mediation ', 'i cant cope ',
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', 'javascript:alert(1)', '[a](javascript:alert(1))', '{{7*7}}', '${7*7}',
  "' OR 1=1 --", '../../../etc/passwd', '%00', '\u0000', '\u202e', '\u200b', '\ufeff', '\ud800', 'é', 'ﷺ', '👩‍👩‍👧‍👦', 'a\u0301\u0302\u0303', '\r\n', '\t', ' ', '(', '[', '{', '*', '**', '_', '- ',
  '\\', '\'', '"', '`', '|', '^', '$', '.', ',', '-', '–', '0', 'a', 'A', 'aaaa', '!', '?', 'http://', 'https://a.example/', '@', '#', '&amp;', '=', ';', ':', '+44 ',
] as const // prettier-ignore

const piece = fc.constantFrom(...PIECES)
const mixed = fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 8 })), {
  maxLength: 40,
})
/** One or two pieces again and again: what makes a careless pattern think for ever. */
const endless = fc
  .tuple(piece, piece, fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 400 }) }, { weight: 1, arbitrary: fc.constant(20_000) }))
  .map(([a, b, length]) => (a + b).repeat(Math.ceil(length / (a + b).length)).slice(0, length))

/** At most 20,000 characters, mostly short. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: mixed.map((pieces) => pieces.join('')) },
  { weight: 3, arbitrary: endless },
  { weight: 1, arbitrary: fc.tuple(endless, mixed, endless).map(([a, b, c]) => (a + b.join('') + c).slice(0, 20_000)) },
)

/** Any JSON, names that mean something among them. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, fc.constantFrom(null, true, 0, -1, 1e308, ''), anyText, tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(
    fc.oneof(
      fc.constantFrom('type', 'text', 'value', 'name', 'from', 'id', 'conversation', 'serviceUrl', 'channelId', 'channelData', 'attachments', 'council', 'user', 'entities', 'clientActivityID', 'role', 'action', 'verb', 'data', 'schema', '__proto__', 'constructor', 'toString'), // prettier-ignore
      fc.string({ maxLength: 6 }),
    ),
    tie('value'),
    { maxKeys: 6 },
  ),
})).value

/** A thing as a program would send it, with some of its fields spoilt. */
export const anyActivity: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    type: fc.oneof(fc.constantFrom('message', 'event', 'invoke', 'typing', 'conversationUpdate', 'endOfConversation'), anyText),
    text: fc.oneof(anyText, anyValue),
    value: anyValue,
    from: fc.oneof(fc.constant({ id: 'dl_somebody' }), anyValue),
    conversation: fc.oneof(fc.constant({ id: 'a' }), anyValue),
    channelData: anyValue,
    attachments: anyValue,
    serviceUrl: fc.oneof(fc.constant('http://127.0.0.1:9/'), anyText),
    channelId: fc.oneof(fc.constantFrom('directline', 'msteams', 'webchat'), anyText),
    id: fc.oneof(fc.uuid(), anyValue),
  },
  { requiredKeys: [] },
)
