"""The transform server of the tutorial's Part 12, in Twisted: a service, a protocol, a factory.

usage: twisted_server.py NETSTRING_PORT SESSION_PORT

The first port closes after each reply, as the tutorial's does. The second keeps the connection, and speaks socketmap's
frames: "<name> <text>" in, "OK <result>" out. A text is UTF-8, and decoded strictly.
"""

import sys

from twisted.internet import reactor
from twisted.internet.protocol import ServerFactory
from twisted.protocols.basic import NetstringReceiver

# so that a burst of clients is not turned away: Twisted's own default is 50
BACKLOG = 4096


class TransformService:

    def cummingsify(self, text):
        return text.lower()


class TransformProtocol(NetstringReceiver):

    MAX_LENGTH = 2 * 1024 * 1024

    def stringReceived(self, request):
        name, separator, text = request.partition(b".")
        if separator:
            result = self.factory.transform(name.decode(), text.decode())
            if result is not None:
                self.sendString(result.encode())
        self.transport.loseConnection()


class SessionProtocol(NetstringReceiver):

    MAX_LENGTH = 2 * 1024 * 1024

    def stringReceived(self, request):
        name, separator, text = request.partition(b" ")
        result = self.factory.transform(name.decode(), text.decode()) if separator else None
        if result is None:
            self.sendString(b"PERM there is no such transform")
        else:
            self.sendString(b"OK " + result.encode())


class TransformFactory(ServerFactory):

    def __init__(self, protocol, service):
        self.protocol = protocol
        self.service = service

    def transform(self, name, text):
        transform = getattr(self, "transform_" + name, None)
        return None if transform is None else transform(text)

    def transform_cummingsify(self, text):
        return self.service.cummingsify(text)


def main():
    service = TransformService()
    for port, protocol in zip(map(int, sys.argv[1:]), (TransformProtocol, SessionProtocol)):
        reactor.listenTCP(port, TransformFactory(protocol, service), backlog=BACKLOG, interface="127.0.0.1")
    reactor.run()


if __name__ == "__main__":
    main()
