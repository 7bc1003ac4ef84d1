package dev.couplet.protocol.mcp;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Origins}.
 */
class OriginsTests {

	@ParameterizedTest
	@CsvSource(nullValues = "none", textBlock = """
			none,                       localhost:8080, true
			none,                       none,           true
			http://localhost:8080,      localhost:8080, true
			https://Poems.example,      poems.example,  true
			http://[::1]:8080,          [::1]:8080,     true
			http://evil.example,        localhost:8080, false
			http://localhost:8081,      localhost:8080, false
			http://localhost,           localhost:8080, false
			http://localhost:8080.evil, localhost:8080, false
			http://localhost:8080,      none,           false
			null,                       localhost:8080, false
			null,                       null,           false
			localhost:8080,             localhost:8080, false
			://localhost:8080,          localhost:8080, false
			'',                         localhost:8080, false
			'',                         '',             false
			""")
	void onlyTheServersOwnPagesAreServed(String origin, String host, boolean own) {
		assertThat(Origins.isOwn(origin, host)).isEqualTo(own);
	}

}
