// Every address of the service; ID stands for a case or a link, CHAT for a conversation.
export const PATHS = [
  '/', '/chat', '/chat?council=southend', '/chat/leave', '/privacy', '/accessibility', '/embed.js', '/assets/x', '/api/messages', '/api/directline/token', '/api/handoffs/ID',
  '/v3/directline/tokens/generate', '/v3/directline/tokens/refresh', '/v3/directline/conversations', '/v3/directline/conversations/CHAT',
  '/v3/directline/conversations/CHAT/activities', '/v3/directline/conversations/CHAT/upload', '/v3/directline/conversations/CHAT/stream',
  '/desk', '/desk/sign-in', '/desk/sign-in/print', '/desk/callbacks', '/desk/find', '/desk/hours', '/desk/undelivered', '/desk/asked', '/desk/stay', '/desk/events', '/desk/assets/x', '/desk/case/ID',
  ...['accept', 'put-back', 'not-for-us', 'outcome', 'contact', 'tell', 'close', 'asked', 'copy', 'erase'].map((action) => `/desk/case/ID/${action}`),
  '/editor', '/editor/council', '/editor/record', '/editor/export', '/editor/council/ID', '/editor/council/ID/preview', '/editor/council/ID/publish',
  '/editor/council/ID/drop', '/editor/take-back', '/editor/withdraw', '/editor/restore', '/editor/sign-in', '/editor/sign-in/print',
  '/metrics', '/.well-known/security.txt',
  '/my-information/ID', '/healthz/live', '/healthz/ready', '/version', '/nowhere', '/api/handoffs/ID/status', '/v3/directline/session/getsessionid', '/v3/directline/x',
] as const // prettier-ignore
