package dev.couplet.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests that every balancer must pass, with three servers behind it and load on every
 * protocol.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(1800)
@Tag("slow")
@Tag("scale")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BalancerContract<B extends Balancer> {

	/**
	 * The load goes on until there are so many replies, and all restarts are over.
	 */
	private static final long REQUESTS = Long.getLong("scale.requests", 20_000);

	private final String program;

	private Replicas replicas;

	private B balancer;

	private CountedLoad load;

	BalancerContract(String program) {
		this.program = program;
	}

	abstract B start(Replicas replicas, Path folder) throws IOException;

	@BeforeAll
	void start(@TempDir Path folder) throws IOException {
		assumeTrue(Balancer.canRun(this.program), this.program + " is not installed, or the user is not root");
		this.replicas = Replicas.start();
		this.balancer = start(this.replicas, folder);
	}

	@BeforeEach
	void useAllReplicas() {
		this.replicas.startMissing();
		for (int index = 0; index < Replicas.COUNT; index++) {
			this.balancer.afterStart(index);
		}
	}

	@AfterEach
	void stopLoad() {
		if (this.load != null) {
			this.load.close();
		}
	}

	@AfterAll
	void stop() {
		if (this.balancer != null) {
			this.balancer.close();
		}
		if (this.replicas != null) {
			this.replicas.close();
		}
	}

	@Test
	void restartsLoseNothingAndAKilledReplicaOnlyWhatItHadInFlight() {
		startLoad();
		int restarts = restartAllUntil(REQUESTS / 2);
		assertThat(this.load.lost()).as(this::report).isEmpty();
		this.replicas.kill(0);
		this.balancer.afterStop(0);
		this.load.awaitReplies();
		startAndUse(0);
		Map<LoadProtocol, Long> inFlight = this.load.lost();
		restarts += restartAllUntil(REQUESTS);
		this.load.close();
		System.out.printf("%s, %d rolling restarts of three replicas, one killed%n%s", this.program, restarts,
				this.load);
		assertThat(this.load.lost()).as(this::report).isEqualTo(inFlight);
		assertThat(inFlight).as(this::report)
			.doesNotContainKeys(LoadProtocol.HTTP, LoadProtocol.MCP, LoadProtocol.GRPC)
			.allSatisfy((protocol, lost) -> assertThat(lost).isLessThanOrEqualTo(protocol.clients));
		assertThat(this.load.answered()).isGreaterThanOrEqualTo(REQUESTS);
		assertThat(this.load.repeated().keySet()).as(this::report).isSubsetOf(this.balancer.sessions());
	}

	private int restartAllUntil(long replies) {
		Map<LoadProtocol, Long> lost = this.load.lost();
		int restarts = 0;
		do {
			for (int index = 0; index < Replicas.COUNT; index++) {
				this.balancer.beforeStop(index);
				this.replicas.stop(index);
				startAndUse(index);
			}
			restarts++;
		}
		while (this.load.answered() < replies && this.load.lost().equals(lost));
		return restarts;
	}

	private void startAndUse(int index) {
		this.replicas.start(index);
		this.balancer.afterStart(index);
		for (String protocol : List.of("netstring", "socketmap", "http", "mcp")) {
			this.replicas.awaitLoad(index, protocol);
		}
		this.load.awaitReplies();
	}

	// although HAProxy's checks of all replicas fail
	@Test
	void requestsWaitWhileAllReplicasStall() throws IOException {
		this.replicas.signal("STOP");
		try {
			for (int index = 0; index < Replicas.COUNT; index++) {
				this.balancer.afterStop(index);
			}
			try (Connection netstring = connect(11000);
					Connection socketmap = connect(11001);
					Connection poem = connect(10001);
					Connection http = connect(8080)) {
				netstring.send("12:lower-case.A,");
				socketmap.send("12:lower-case A,");
				http.send("GET /transforms/trim HTTP/1.1\r\nHost: localhost\r\n\r\n");
				this.replicas.signal("CONT");
				assertThat(netstring.readToEnd()).isEqualTo("1:a,");
				assertThat(socketmap.readNetstring()).isEqualTo("OK a");
				assertThat(poem.readToEnd()).isNotEmpty();
				assertThat(http.readResponse()).startsWith("HTTP/1.1 200");
			}
		}
		finally {
			this.replicas.signal("CONT");
		}
	}

	/**
	 * Tests that nothing is lost while a version that hangs takes the place of a replica.
	 * @param whileHung what to wait for, and to check
	 */
	final void testHungVersion(Consumer<HungServer> whileHung) {
		startLoad();
		this.balancer.beforeStop(0);
		this.replicas.stop(0);
		try (HungServer hung = new HungServer(this.replicas.address(0))) {
			whileHung.accept(hung);
			this.load.awaitReplies();
		}
		startAndUse(0);
		this.load.close();
		System.out.printf("%s, a version that hangs%n%s", this.program, this.load);
		assertThat(this.load.lost()).as(this::report).isEmpty();
	}

	private void startLoad() {
		this.load = CountedLoad.start(this.replicas.balancerAddress(), this.balancer.grpcServiceConfig());
	}

	final CountedLoad load() {
		return this.load;
	}

	final B balancer() {
		return this.balancer;
	}

	final Replicas replicas() {
		return this.replicas;
	}

	final Connection connect(int port) throws IOException {
		return Connection.open(this.replicas.balancerAddress(), port);
	}

	private String report() {
		return this.load + this.balancer.log();
	}

}
