package dev.couplet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the server: every listener and HTTP, around one transform service.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CoupletApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(CoupletApplication.class, arguments);
	}

}
