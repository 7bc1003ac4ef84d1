"""The transformation server of Part 12 of the "Introduction to Asynchronous Programming and Twisted": one request and one reply,
as netstrings, for each connection. The argument is the port."""

import sys

from twisted.internet import reactor
from twisted.internet.protocol import ServerFactory
from twisted.protocols.basic import NetstringReceiver

TRANSFORMS = {b"upper": bytes.upper}


class TransformProtocol(NetstringReceiver):
    MAX_LENGTH = 2**21

    def stringReceived(self, request):
        name, dot, text = request.partition(b".")
        transform = TRANSFORMS.get(name)
        if dot and transform:
            self.sendString(transform(text))
        self.transport.loseConnection()


reactor.listenTCP(int(sys.argv[1]), ServerFactory.forProtocol(TransformProtocol), interface="127.0.0.1")
reactor.run()
