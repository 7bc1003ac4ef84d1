package dev.couplet.tracing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the trace column of the log.
 */
@ExtendWith(OutputCaptureExtension.class)
class TraceColumnTests {

	private static final String START = "(?m)\\[couplet] \\[[^]]{15}] %s\\S+ +: Started ";

	// Spring Boot sets it as a system property, and leaves it to the next context
	@BeforeEach
	@AfterEach
	void clearPattern() {
		System.clearProperty(LoggingSystemProperty.CORRELATION_PATTERN.getEnvironmentVariableName());
	}

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
