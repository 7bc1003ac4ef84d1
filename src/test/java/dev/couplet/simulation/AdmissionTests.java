package dev.couplet.simulation;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that an instance refuses requests by the bounds of the server.
 */
class AdmissionTests {

	private static final int LARGE = 256 * 1024;

	private final Timeline timeline = new Timeline();

	private final List<String> replies = new ArrayList<>();

	@Test
	void oneMoreThanMayWaitIsRefusedAtOnce() {
		Instance instance = instance(InstanceLimits.POD.withMaxWaiting(2));
		for (int i = 1; i <= 4; i++) {
			send(instance, kind("request " + i, 1), 1);
		}
		this.timeline.runUntil(0);
		assertThat(instance.waiting()).isEqualTo(2);
		assertThat(this.replies).containsExactly("request 4 refused at 0.0");
		this.timeline.runUntil(10);
		assertThat(this.replies).endsWith("request 1 served at 1.0", "request 2 served at 2.0",
				"request 3 served at 3.0");
		assertThat(instance.inFlight()).isZero();
	}

	@Test
	void aRequestThatHasNotStartedInFiveSecondsIsRefusedAfterTheNextSlice() {
		Instance instance = instance(InstanceLimits.POD);
		for (int i = 1; i <= 5; i++) {
			send(instance, kind("request " + i, 1), 2);
		}
		this.timeline.runUntil(20);
		assertThat(this.replies).containsExactly("request 1 served at 2.0", "request 2 served at 4.0",
				"request 4 refused at 6.0", "request 5 refused at 6.0", "request 3 served at 6.0");
	}

	@Test
	void aRequestWithALowerCostOvertakes() {
		Instance instance = instance(InstanceLimits.POD);
		send(instance, kind("first", 1), 1);
		send(instance, kind("dear", 3), 1);
		send(instance, kind("less dear", 1), 1);
		this.timeline.runUntil(10);
		assertThat(this.replies).containsExactly("first served at 1.0", "less dear served at 2.0",
				"dear served at 3.0");
	}

	@Test
	void aCheapRequestDoesNotWaitForWorkers() {
		Instance instance = instance(InstanceLimits.POD);
		send(instance, kind("first", 1), 4);
		send(instance, kind("second", 1), 4);
		send(instance,
				new RequestKind("cheap", RequestKind.Protocol.NETSTRING, "trim", 10, List.of(), 0.5, (random) -> 0), 0);
		this.timeline.runUntil(1);
		assertThat(this.replies).containsExactly("cheap served at 0.5");
	}

	@Test
	void textsWaitForMemoryAndAreRefusedAfterTenSeconds() {
		// each reserves the size of the largest text twice, of which a third of the heap
		// holds two
		Instance instance = instance(new InstanceLimits(2, 12L << 20, 1000));
		for (int i = 1; i <= 4; i++) {
			send(instance, new RequestKind("text " + i, RequestKind.Protocol.HTTP, "bzip2", LARGE, List.of(1.0), 0,
					(random) -> 0), 4);
		}
		this.timeline.runUntil(30);
		assertThat(this.replies).containsExactly("text 1 served at 4.0", "text 2 served at 8.0",
				"text 3 served at 12.0", "text 4 served at 16.0");
		this.replies.clear();
		for (int i = 5; i <= 8; i++) {
			send(instance, new RequestKind("text " + i, RequestKind.Protocol.HTTP, "bzip2", LARGE, List.of(1.0), 0,
					(random) -> 0), 12);
		}
		this.timeline.runUntil(60);
		assertThat(this.replies).containsExactly("text 7 refused at 40.0", "text 8 refused at 40.0",
				"text 6 refused at 42.0", "text 5 served at 42.0");
	}

	@Test
	void smallTextsDoNotWaitForMemory() {
		assertThat(Memory.arrivingSize(4096)).isZero();
		assertThat(Memory.arrivingSize(4097)).isEqualTo(8 * 4097);
		assertThat(Memory.arrivingSize(512 * 1024)).isEqualTo(2 << 20);
	}

	@Test
	void aRawPortClosesOneConnectionTooManyAndHttpLetsItWait() {
		Connections raw = new Connections(1, 0);
		Connections http = new Connections(1, 1);
		for (Connections port : List.of(raw, http)) {
			for (int i = 1; i <= 3; i++) {
				int number = i;
				port.open(() -> this.replies.add("opened " + number), () -> this.replies.add("refused " + number));
			}
			port.close();
			this.replies.add("next port");
		}
		assertThat(this.replies).containsExactly("opened 1", "refused 2", "refused 3", "next port", "opened 1",
				"refused 3", "opened 2", "next port");
	}

	private Instance instance(InstanceLimits limits) {
		return new Instance(this.timeline, new Processors(this.timeline, 2), limits);
	}

	private static RequestKind kind(String name, double cost) {
		return new RequestKind(name, RequestKind.Protocol.NETSTRING, "bzip2", 10, List.of(cost), 0, (random) -> 0);
	}

	private void send(Instance instance, RequestKind kind, double work) {
		instance.accept(kind, work, (served) -> this.replies
			.add(kind.name() + (served ? " served at " : " refused at ") + this.timeline.now()));
	}

}
