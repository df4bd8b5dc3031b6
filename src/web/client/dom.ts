// Builds a piece of page in the browser, node by node: no text is ever read as markup.
import type { Element as View, Markup } from '../view/element'

export function build(view: View): HTMLElement {
  const node = document.createElement(view.tag)
  for (const [name, value] of Object.entries(view.attributes)) node.setAttribute(name, value)
  node.append(...view.children.map((child: Markup) => (typeof child === 'string' ? child : build(child))))
  return node
}

export function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no #${id}`)
  return found as T
}
