package dev.couplet.endpoint;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Measures the memory of the process, of which the heap is a part, and that of its
 * container: how near the kernel is to killing it.
 */
final class MemoryMeters implements MeterBinder {

	// proc_pid_status(5)
	private static final Path STATUS = Path.of("/proc/self/status");

	private static final String RESIDENT = "VmRSS:";

	private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

	@Override
	public void bindTo(MeterRegistry meters) {
		Gauge
			.builder("system.memory.used", this.system,
					(memory) -> memory.getTotalMemorySize() - memory.getFreeMemorySize())
			.description("Memory in use in the container, or on the machine if the container has no limit")
			.baseUnit(BaseUnits.BYTES)
			.register(meters);
		Gauge.builder("system.memory.max", this.system, OperatingSystemMXBean::getTotalMemorySize)
			.description("Memory of the container, or of the machine if the container has no limit")
			.baseUnit(BaseUnits.BYTES)
			.register(meters);
		if (Files.exists(STATUS)) {
			Gauge.builder("process.memory.resident", MemoryMeters::resident)
				.description("Resident memory of the process")
				.baseUnit(BaseUnits.BYTES)
				.register(meters);
		}
	}

	private static double resident() {
		try (Stream<String> lines = Files.lines(STATUS)) {
			return lines.filter((line) -> line.startsWith(RESIDENT))
				.mapToDouble((line) -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024)
				.findFirst()
				.orElse(Double.NaN);
		}
		catch (IOException ex) {
			return Double.NaN;
		}
	}

}
