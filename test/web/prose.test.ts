// How the text of an answer becomes a piece of page: the marks that count, and everything else as it was written.
import { toHtml } from '../../src/web/html'
import { inline } from '../../src/web/view/inline'
import { prose } from '../../src/web/view/prose'

const html = (text: string) => prose(text).map(toHtml).join('')
const inLine = (text: string) => inline(text).map(toHtml).join('')

test.each([
  ['One.\n\nTwo.', '<p>One.</p><p>Two.</p>'],
  ['One.\nStill one.', '<p>One.<br>Still one.</p>'],
  ['Before:\n- a\n- b\n\nAfter.', '<p>Before:</p><ul><li>a</li><li>b</li></ul><p>After.</p>'],
  ['1. first\n2. second', '<ol><li>first</li><li>second</li></ol>'],
  ['## Heading\nText.', '<h2>Heading</h2><p>Text.</p>'],
  ['- **bold** item\r\n- other', '<ul><li><strong>bold</strong> item</li><li>other</li></ul>'],
  ['', ''],
  ['3 - 2 = 1', '<p>3 - 2 = 1</p>'],
])('%j', (text, expected) => {
  expect(html(text)).toBe(expected)
})

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['"quotes" & \'ticks\'', '&quot;quotes&quot; &amp; &#39;ticks&#39;'],
  ['[press](javascript:alert(1))', '[press](javascript:alert(1))'],
  ['[press](http://example.org)', '[press](http://example.org)'],
  ['2 * 3 * 4 and ** alone', '2 * 3 * 4 and ** alone'],
])('%j stays text', (text, expected) => {
  expect(inLine(text)).toBe(expected)
})

test('links are https only, open beside the chat and leave the full stop outside', () => {
  expect(inLine('See https://www.gov.uk/courts/.')).toBe(
    'See <a href="https://www.gov.uk/courts/" target="_blank" rel="noopener noreferrer">gov.uk/courts</a>.',
  )
  expect(inLine('[the form](https://www.gov.uk/a?b=1&c=2)')).toBe(
    '<a href="https://www.gov.uk/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">the form</a>',
  )
})

test.each([
  ['Ring 01702 123 456.', 'tel:01702123456'],
  ['Ring 0208 356 6868 today', 'tel:02083566868'],
  ['NSPCC 0808 800 5000', 'tel:08088005000'],
  ['Childline 0800 1111', 'tel:08001111'],
  ['**999**', 'tel:999'],
  ['**116 123**', 'tel:116123'],
])('%j can be dialled', (text, address) => {
  expect(inLine(text)).toContain(`href="${address}"`)
})

test.each(['Wednesday 9 December 2026', '2026-12-09', 'reference 012 298 334', 'ring 999 times', '09/12/2026 17:00', '1044 days'])(
  '%j is no telephone number',
  (text) => {
    expect(inLine(text)).toBe(text)
  },
)

test('a table has headings for its columns and rows, scrolls in itself and has a name', () => {
  expect(html('| | Mediation | Other |\n|---|:-:|---|\n| Cost | Free | **Free** |')).toBe(
    '<div class="scroll" role="region" tabindex="0" aria-label="Mediation, Other"><table>' +
      '<thead><tr><td></td><th scope="col">Mediation</th><th scope="col">Other</th></tr></thead>' +
      '<tbody><tr><th scope="row">Cost</th><td>Free</td><td><strong>Free</strong></td></tr></tbody></table></div>',
  )
})

test('20,000 characters of marks take no noticeable time', () => {
  const started = performance.now()
  for (const piece of ['**', '[', '| ', '- ', 'https://', '0', '0 ', 'a@', '1. ']) html(piece.repeat(20_000 / piece.length))
  expect(performance.now() - started).toBeLessThan(1_000)
})
