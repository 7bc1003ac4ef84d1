// The best that a server can do on this machine: one thread around epoll_wait, and no more system calls than it takes.
// Texts are ASCII.
//   usage: netstring-server ONE_SHOT_PORT SESSION_PORT
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <malloc.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

enum { MAX_LENGTH = 2 << 20, MAX_DIGITS = 7, CAPACITY = MAX_LENGTH + MAX_DIGITS + 2, BACKLOG = 4096, EVENTS = 256 };

// A client, or a port. The buffer holds replies that are ready, of which some bytes are sent, and then the begin of a
// request; a connection without either has none. A reply is shorter than its request, and takes its place.
struct connection {
	int descriptor, port, session;
	unsigned events;
	char *bytes;
	size_t sent, ready, end;
};

static int epoll;

static void await(struct connection *c, unsigned events) {
	struct epoll_event event = { .events = events, .data.ptr = c };
	if (events != c->events) epoll_ctl(epoll, c->events ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, c->descriptor, &event);
	c->events = events;
}

// Finds the payload of the netstring at `at`: the bytes before it, or 0 while it is not complete, or -1 if it is none.
static int header(const char *at, size_t available, size_t *length) {
	size_t i = 0, value = 0;
	for (; i < available && at[i] != ':'; i++) {
		if (at[i] < '0' || at[i] > '9' || (i > 0 && value == 0) || i == MAX_DIGITS) return -1;
		value = 10 * value + (at[i] - '0');
	}
	if (i == available) return 0;
	if (i == 0 || value > MAX_LENGTH) return -1;
	if (available < i + 1 + value + 1) return 0;
	*length = value;
	return at[i + 1 + value] == ',' ? (int) i + 1 : -1;
}

static void reply(struct connection *c, char *text, size_t length) {
	const char *prefix = c->session ? "OK " : "";
	size_t value = strlen(prefix) + length;
	char digits[MAX_DIGITS], *first = digits + MAX_DIGITS, *out = c->bytes + c->ready;
	for (size_t i = 0; i < length; i++) text[i] |= ((unsigned char) (text[i] - 'A') < 26) << 5;
	do *--first = '0' + value % 10; while (value /= 10);
	out = mempcpy(out, first, digits + MAX_DIGITS - first);
	*out++ = ':';
	out = mempcpy(out, prefix, strlen(prefix));
	memmove(out, text, length);
	out[length] = ',';
	c->ready = out + length + 1 - c->bytes;
}

// Replies to every complete request; returns 0 for one that is none.
static int answer(struct connection *c) {
	const char *recipe = c->session ? "cummingsify " : "cummingsify.";
	size_t taken = 0, length, skipped = strlen(recipe);
	int before;
	while ((before = header(c->bytes + taken, c->end - taken, &length)) > 0) {
		char *payload = c->bytes + taken + before;
		if (length < skipped || memcmp(payload, recipe, skipped)) return 0;
		reply(c, payload + skipped, length - skipped);
		taken += before + length + 1;
		if (!c->session) break;
	}
	memmove(c->bytes + c->ready, c->bytes + taken, c->end - taken);
	c->end -= taken - c->ready;
	return before >= 0;
}

// Reads once, unless replies are waiting, and writes once; returns 0 at the end of the connection.
static int serve(struct connection *c) {
	if (!c->bytes && !(c->bytes = malloc(CAPACITY))) return 0;
	if (c->ready == 0) {
		ssize_t count = recv(c->descriptor, c->bytes + c->end, CAPACITY - c->end, 0);
		if (count == 0 || (count < 0 && errno != EAGAIN)) return 0;
		c->end += count > 0 ? count : 0;
		if (!answer(c)) return 0;
	}
	if (c->ready > 0) {
		ssize_t count = send(c->descriptor, c->bytes + c->sent, c->ready - c->sent, MSG_NOSIGNAL);
		if (count < 0 && errno != EAGAIN) return 0;
		c->sent += count > 0 ? count : 0;
		if (c->sent == c->ready) {
			if (!c->session) return 0;
			c->end -= c->ready;
			memmove(c->bytes, c->bytes + c->ready, c->end);
			c->sent = c->ready = 0;
		}
	}
	await(c, c->ready > 0 ? EPOLLOUT : EPOLLIN);
	if (c->end == 0) {
		free(c->bytes);
		c->bytes = NULL;
	}
	return 1;
}

static void finish(struct connection *c) {
	close(c->descriptor);
	free(c->bytes);
	free(c);
}

static void welcome(struct connection *port) {
	int descriptor;
	while ((descriptor = accept4(port->descriptor, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
		struct connection *c = calloc(1, sizeof *c);
		c->descriptor = descriptor;
		c->session = port->session;
		// the request is often there already, and a one-shot then never has to be waited for
		if (!serve(c)) finish(c);
	}
}

static void listen_on(const char *port, int session) {
	struct connection *c = calloc(1, sizeof *c);
	struct sockaddr_in address = { AF_INET, htons(atoi(port)), { htonl(INADDR_LOOPBACK) }, { 0 } };
	int on = 1;
	c->descriptor = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
	c->port = 1;
	c->session = session;
	setsockopt(c->descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	// connections inherit it
	setsockopt(c->descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
	if (bind(c->descriptor, (struct sockaddr *) &address, sizeof address) || listen(c->descriptor, BACKLOG)) exit(1);
	await(c, EPOLLIN);
}

int main(int count, char **arguments) {
	struct epoll_event events[EVENTS];
	if (count != 3) return 2;
	// freed buffers stay with the process: no system calls and no page faults for the next ones
	mallopt(M_MMAP_MAX, 0);
	mallopt(M_TRIM_THRESHOLD, -1);
	epoll = epoll_create1(0);
	listen_on(arguments[1], 0);
	listen_on(arguments[2], 1);
	for (;;) {
		int ready = epoll_wait(epoll, events, EVENTS, -1);
		for (int i = 0; i < ready; i++) {
			struct connection *c = events[i].data.ptr;
			if (c->port) welcome(c);
			else if (!serve(c)) finish(c);
		}
	}
}
