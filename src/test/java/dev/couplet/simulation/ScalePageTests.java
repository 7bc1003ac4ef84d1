package dev.couplet.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the page has what the simulation prints and draws.
 */
@Tag("slow")
class ScalePageTests {

	private static final Path PAGE = Path.of("docs/scale.md");

	@Test
	void thePageShowsTheResultsOfTheSimulation() throws IOException {
		String page = Files.readString(PAGE);
		Map<String, String> files = Simulation.files(Calibration.read(Calibration.FILE), (_) -> {
		});
		for (Map.Entry<String, String> file : files.entrySet()) {
			Path generated = Path.of("target", file.getKey());
			Files.writeString(generated, file.getValue());
			if (file.getKey().endsWith(".md")) {
				assertThat(page).as("put %s into %s", generated, PAGE).contains(file.getValue());
			}
			else {
				Path plot = PAGE.resolveSibling(file.getKey());
				assertThat(plot).as("cp %s %s updates it", generated, plot).hasContent(file.getValue());
			}
		}
	}

}
