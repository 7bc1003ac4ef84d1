package dev.couplet.endpoint;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryMetersTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	MemoryMetersTests() {
		new MemoryMeters().bindTo(this.meters);
	}

	@Test
	void theMemoryInUseIsAtMostThatOfTheContainer() {
		assertThat(value("system.memory.used")).isPositive().isLessThanOrEqualTo(value("system.memory.max"));
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void theResidentMemoryContainsTheObjectsInTheHeap() {
		byte[] object = new byte[64 << 20];
		// a page that has been written is resident
		for (int i = 0; i < object.length; i += 4096) {
			object[i] = 1;
		}
		assertThat(value("process.memory.resident")).isGreaterThan(object.length)
			.isLessThan(value("system.memory.max"));
	}

	private double value(String name) {
		return this.meters.get(name).gauge().value();
	}

}
