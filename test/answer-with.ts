// Answers a request with a status: in two calls, because restify, once it is loaded in the process, makes `writeHead` of every server give nothing back.
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'

export function answerWith(response: ServerResponse, status: number, headers: OutgoingHttpHeaders = {}, body = ''): void {
  response.writeHead(status, headers)
  response.end(body)
}
