package dev.couplet;

import dev.couplet.client.command.ClientCommandLine;

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

	public static void main(String[] arguments) {
		if (ClientCommandLine.isMeantBy(arguments)) {
			// a method reference would load the class, and Spring's with it
			System.exit(ClientCommandLine.run(() -> CatalogueListing.load(), arguments));
		}
		SpringApplication.run(CoupletApplication.class, arguments);
	}

}
