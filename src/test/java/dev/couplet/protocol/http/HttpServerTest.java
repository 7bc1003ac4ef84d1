package dev.couplet.protocol.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * Starts the whole server on a free port, with a maximum text size of 2,048 bytes and the
 * transforms of {@link TestTransforms}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "couplet.netstring.port=0", "couplet.socketmap.port=0", "couplet.grpc.port=0",
				"couplet.poetry.servers[0].port=0", "couplet.log.warnings=1000000",
				"couplet.transform.max-text-size=2048B", "couplet.recipes.named=quote=%3C", "couplet.http.hosts=*" })
@Import({ TestTransforms.class, BrokenEndpoints.class })
public @interface HttpServerTest {

}
