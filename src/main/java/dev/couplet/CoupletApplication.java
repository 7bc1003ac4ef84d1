package dev.couplet;

import dev.couplet.client.command.ClientCommandLine;
import dev.couplet.log.QueuedLog;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the server: all listeners and HTTP, around one transform service. If the
 * arguments are a command, it runs that instead, without loading Spring.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CoupletApplication {

	static {
		// for HTTP: a renegotiation (TLS 1.2) costs the server far more than its client.
		// The JDK reads the property once, when TLS is first used
		System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
	}

	public static void main(String[] arguments) {
		if (LocalMcpServer.isCommand(arguments)) {
			LocalMcpServer.run();
			return;
		}
		if (ClientCommandLine.isCommand(arguments)) {
			int status = ClientCommandLine.run(new BuiltInTransforms(), arguments);
			if (status != 0) {
				// System.exit would search all libraries for a logger, to log the call.
				// Nothing is left to a shutdown hook: all output is flushed and closed
				Runtime.getRuntime().halt(status);
			}
			return;
		}
		Thread.setDefaultUncaughtExceptionHandler(new FatalErrorHandler());
		SpringApplication server = new SpringApplication(CoupletApplication.class);
		server.addListeners(new QueuedLog());
		server.run(arguments);
	}

}
