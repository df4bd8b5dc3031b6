// Builds a piece of page in the browser, node by node: no text is ever read as markup.
import type { Element as View, Markup } from '../view/element'

const SVG = 'http://www.w3.org/2000/svg'

export function build(view: View): HTMLElement {
  return construct(view, null) as HTMLElement
}

/** Everything inside a picture is of the picture's own kind. */
function construct(view: View, inside: string | null): Element {
  const space = view.tag === 'svg' ? SVG : inside
  const node = space === null ? document.createElement(view.tag) : document.createElementNS(space, view.tag)
  for (const [name, value] of Object.entries(view.attributes)) node.setAttribute(name, value)
  node.append(...view.children.map((child: Markup) => (typeof child === 'string' ? child : construct(child, space))))
  return node
}

export function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no #${id}`)
  return found as T
}
