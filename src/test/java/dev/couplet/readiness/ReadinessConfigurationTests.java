package dev.couplet.readiness;

import java.nio.file.Files;
import java.nio.file.Path;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReadinessConfiguration}.
 */
class ReadinessConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(ReadinessConfiguration.class, Properties.class)
		.withBean(ApplicationAvailabilityBean.class);

	@Test
	void theFileExistsWhileTheServerIsReady(@TempDir Path folder) {
		Path file = folder.resolve("ready");
		this.runner.withPropertyValues("couplet.readiness.file=" + file).run((context) -> {
			AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
			Awaitility.await().until(() -> Files.exists(file));
			AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
			Awaitility.await().until(() -> !Files.exists(file));
			AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
			Awaitility.await().until(() -> Files.exists(file));
		});
		assertThat(file).doesNotExist();
	}

	@Test
	void anEmptySettingWritesNoFile() {
		this.runner.withPropertyValues("couplet.readiness.file=").run((context) -> {
			AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
			assertThat(context).hasNotFailed();
		});
	}

	@EnableConfigurationProperties({ ReadinessProperties.class, LifecycleProperties.class })
	private static final class Properties {

	}

}
