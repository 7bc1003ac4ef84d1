package dev.couplet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * Starts the whole server on free ports. The log is not rate-limited, because tests share
 * a JVM and one would use up the limit of another.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "couplet.netstring.port=0", "couplet.socketmap.port=0", "couplet.grpc.port=0",
				"couplet.poetry.servers[0].port=0", "couplet.log.warnings=1000000" })
public @interface CoupletTest {

}
