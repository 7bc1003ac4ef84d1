package dev.couplet.benchmark;

import java.util.List;

/**
 * A load under which servers are compared.
 *
 * @param title the name in tables
 * @param exchange the exchange that clients repeat
 */
record Workload(String title, Exchange exchange) {

	static final int CLIENTS = 32;

	static final Workload ONE_SHOT = new Workload("one-shot", Exchange.oneShot(Exchange.POEM));

	static final List<Workload> NETSTRING = List.of(ONE_SHOT,
			new Workload("session, 1 in flight", Exchange.session(Exchange.POEM, 1)),
			new Workload("session, 16 in flight", Exchange.session(Exchange.POEM, 16)),
			new Workload("one-shot, 64 KB texts", Exchange.oneShot(Exchange.text(64 << 10))));

	/**
	 * Recipes that only Couplet has. Its servers have a remote transform.
	 */
	static final List<Workload> RECIPES = List.of(
			new Workload("session, bytes", Exchange.session("gzip,gunzip,cummingsify", Exchange.POEM, 1)),
			new Workload("session, 64 lines in brackets",
					Exchange.session("each-line(cummingsify)", Exchange.text(64 * (Exchange.POEM.length() + 1)), 1)),
			new Workload("session, remote transform", Exchange.session(JvmKinds.REMOTE, Exchange.POEM, 1)));

	static final Workload HTTP = new Workload("HTTP, keep-alive", Exchange.http(Exchange.POEM));

	Load load() {
		return new Load(this.exchange, CLIENTS);
	}

}
