package dev.couplet;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs test classes, whose names are the arguments, in a process of its own. The exit
 * status is 0 if there were tests and none has failed.
 */
final class TestRunner {

	private TestRunner() {
	}

	static void main(String[] classes) {
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(Arrays.stream(classes).map(DiscoverySelectors::selectClass).toList())
			.build();
		SummaryGeneratingListener summary = new SummaryGeneratingListener();
		LauncherFactory.create().execute(request, summary);
		PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
		summary.getSummary().printFailuresTo(out);
		summary.getSummary().printTo(out);
		boolean passed = summary.getSummary().getTestsSucceededCount() > 0
				&& summary.getSummary().getTotalFailureCount() == 0;
		System.exit(passed ? 0 : 1);
	}

}
