package dev.couplet;

import dev.couplet.client.command.ClientCommandLine;
import dev.couplet.log.QueuedLog;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the server: every listener and HTTP, around one transform service. Where the
 * arguments are a command, runs that instead, and nothing of Spring is touched.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CoupletApplication {

	static {
		// for HTTP: another handshake on a connection (TLS 1.2) costs the server far more
		// than its client. The JDK reads this once, when it is first used for TLS
		System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
	}

	public static void main(String[] arguments) {
		if (ClientCommandLine.isMeantBy(arguments)) {
			// a method reference would load the class, and Spring's with it
			int status = ClientCommandLine.run(() -> CatalogueListing.load(), arguments);
			if (status != 0) {
				// which sets up a logger first, so that a success does without
				System.exit(status);
			}
			return;
		}
		Thread.setDefaultUncaughtExceptionHandler(new LastResort());
		SpringApplication server = new SpringApplication(CoupletApplication.class);
		server.addListeners(new QueuedLog());
		server.run(arguments);
	}

}
