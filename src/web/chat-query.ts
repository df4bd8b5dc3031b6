// What the addresses of the chat say of themselves: whose page it is, and in which language.

/** `?council=demo&lang=ur`, or less; both are ids that the pack has. */
export function chatQuery(council: { readonly id: string } | null, language: string | null): string {
  const said = [...(council ? [`council=${council.id}`] : []), ...(language === null ? [] : [`lang=${language}`])]
  return said.length > 0 ? `?${said.join('&')}` : ''
}
