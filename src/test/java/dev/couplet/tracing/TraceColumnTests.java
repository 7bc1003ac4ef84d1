package dev.couplet.tracing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the trace column of the log.
 */
@ExtendWith(OutputCaptureExtension.class)
class TraceColumnTests {

	private static final String START = "(?m)\\[couplet] \\[ *main] %s\\S+ +: Started ";

	@Test
	void isAbsentWithoutTraceExport(CapturedOutput output) {
		start();
		assertThat(output).containsPattern(START.formatted(""));
	}

	@Test
	void isPresentWithTraceExport(CapturedOutput output) {
		start("--management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:9/v1/traces");
		assertThat(output).containsPattern(START.formatted("\\[ {49}] "));
	}

	private static void start(String... arguments) {
		SpringApplication application = new SpringApplication(Nothing.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.run(arguments).close();
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}
