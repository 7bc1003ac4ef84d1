// A session of the SDK's client with Couplet. Prints every message, shortened.
//   node session.mjs COMMAND [ARGUMENT...]
//   node session.mjs http://HOST:PORT/mcp [TOKEN]
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

const MOST = 90

function shortened(key, value) {
  if (key === 'inputSchema' || key === 'outputSchema') {
    return '…'
  }
  return typeof value === 'string' && value.length > MOST ? value.slice(0, MOST) + '…' : value
}

function print(direction, message) {
  console.log(direction, JSON.stringify(message, shortened))
}

// a transport that prints the messages of another
function printing(transport) {
  const send = transport.send.bind(transport)
  transport.send = (message, options) => {
    print('-->', message)
    return send(message, options)
  }
  let receive
  Object.defineProperty(transport, 'onmessage', {
    get: () => receive,
    set: (handler) => {
      receive = (message, extra) => {
        print('<--', message)
        handler(message, extra)
      }
    }
  })
  return transport
}

const [first, ...rest] = process.argv.slice(2)
const headers = rest.length ? { Authorization: `Bearer ${rest[0]}` } : {}
const transport = first.startsWith('http')
  ? new StreamableHTTPClientTransport(new URL(first), { requestInit: { headers } })
  : new StdioClientTransport({ command: first, args: rest })
const client = new Client({ name: 'session', version: '1.0.0' })
await client.connect(printing(transport))
await client.listTools()
await client.callTool({ name: 'transform', arguments: { recipe: 'sort,uniq', text: 'moon\nrose\nmoon\n' } })
await client.callTool({ name: 'find_transforms', arguments: { query: 'sort' } })
await client.callTool({ name: 'transform', arguments: { recipe: 'sort-lines,unique-lines', text: 'moon\nrose\nmoon\n' } })
await client.callTool({ name: 'guess', arguments: { text: 'eyJ0aXRsZSI6Im5pZ2h0JTIwdHJhaW4ifQ==' } })
await client.listResources()
await client.readResource({ uri: 'poem:///low-tide' })
await client.listPrompts()
await client.getPrompt({ name: 'clean_text', arguments: { text: 'late  night\u00a0train' } })
await client.close()
