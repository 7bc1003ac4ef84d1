package dev.couplet.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.couplet.Metrics;
import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.Example;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.RemoteFailedException;
import dev.couplet.transform.RemoteTimeoutException;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformFailedException;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.UnknownTransformException;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;
import dev.couplet.transform.remote.RemoteTransforms;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract of every protocol: it returns the result of the service for any recipe and
 * text, and its own code for every error. A subclass defines how to call the protocol and
 * its error codes.
 */
abstract class ProtocolContract {

	private static final int LIMIT = 1024 * 1024;

	// what the service makes of a recipe and a text: the same for each protocol
	private static final Map<List<String>, Outcome> OUTCOMES = new ConcurrentHashMap<>();

	@Autowired
	private TransformService service;

	@Autowired
	private RemoteTransforms remotes;

	@LocalServerPort
	private int httpPort;

	/**
	 * Returns the name of the protocol in the metrics.
	 * @return the name, which is also that of its listener
	 */
	abstract String protocol();

	/**
	 * Sends a request.
	 * @param recipe the recipe in its text form
	 * @param value the bytes of the value
	 * @return the reply
	 */
	abstract Answer call(String recipe, byte[] value);

	/**
	 * Returns the protocol's code for an error.
	 * @param error the kind of error
	 * @return the code
	 */
	abstract String codeFor(Class<? extends TransformException> error);

	@TestFactory
	Stream<DynamicTest> everyTransformReturnsTheResultOfItsExample() {
		return examples().map((example) -> DynamicTest.dynamicTest(example.recipe(),
				() -> assertThat(call(example.recipe(), example.text())).isEqualTo(Answer.ok(example.result()))));
	}

	/**
	 * Each transform gets one of the texts. The tests of the service run all transforms
	 * on all hostile texts.
	 */
	@TestFactory
	Stream<DynamicTest> everyTransformHandlesAHostileTextLikeTheService() {
		List<Map.Entry<String, String>> texts = List.copyOf(hostileTexts().entrySet());
		List<String> recipes = examples().map(Example::recipe).toList();
		return IntStream.range(0, recipes.size()).mapToObj((index) -> {
			String recipe = recipes.get(index);
			Map.Entry<String, String> text = texts.get(index % texts.size());
			return DynamicTest.dynamicTest(recipe + " over " + text.getKey(),
					() -> assertThat(call(recipe, text.getValue())).isEqualTo(callService(recipe, text.getValue())));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "nosuch", "cummingsify,nosuch", "a", "trim-trim" })
	void anUnknownTransformIsRefused(String recipe) {
		assertRefused(call(recipe, "text"), UnknownTransformException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Trim", "trim,", ",trim", "trim,,trim", "-trim", "trim-", "trim--trim", "1trim",
			"wrap=1=2", "replace=%:x", "replace=%zz:x", "replace=%ff:x", "trim\u0000", "tr\u00efm" })
	void aMalformedRecipeIsRefused(String recipe) {
		assertRefused(call(recipe, "text"), MalformedRecipeException.class);
	}

	@Test
	void limitsTheStepsAndCharactersOfARecipe() {
		assertThat(call(steps(16), " text ")).isEqualTo(Answer.ok("text"));
		assertRefused(call(steps(17), "text"), MalformedRecipeException.class);
		String longest = "replace=" + "x".repeat(1000 - "replace=:y".length()) + ":y";
		assertThat(call(longest, "text")).isEqualTo(Answer.ok("text"));
		assertRefused(call(longest + "y", "text"), MalformedRecipeException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "trim=1", "wrap=0", "wrap=-1", "wrap=x", "wrap=", "wrap=1:2", "wrap=99999999999",
			"replace", "replace=", "truncate" })
	void aBadArgumentIsRefused(String recipe) {
		assertRefused(call(recipe, "text"), BadArgumentException.class);
	}

	@Test
	void percentDecodesArgumentsAfterParsingTheRecipe() {
		assertThat(call("replace=%2C:%3A%2E%3D%25", "a,b")).isEqualTo(Answer.ok("a:.=%b"));
		assertThat(call("replace=%C3%A9:%20%2F%3B%2B", "\u00e9")).isEqualTo(Answer.ok(" /;+"));
	}

	@Test
	void aTextThatATransformRejectsIsRefused() {
		assertRefused(call("base64-decode", "!"), ValueRefusedException.class);
	}

	@Test
	void aTextThatIsNotUtf8IsRefused() {
		for (String hex : List.of("ff", "c080", "eda080", "f4908080", "e28082e2", "80")) {
			byte[] bytes = HexFormat.of().parseHex(hex);
			assertRefused(call("cummingsify", bytes), MalformedTextException.class);
		}
	}

	@Test
	void bytesGoToTheFirstStepAndComeFromTheLastAsTheyAre() {
		byte[] every = new byte[256];
		for (int i = 0; i < every.length; i++) {
			every[i] = (byte) i;
		}
		assertThat(call("gzip,gunzip", every)).isEqualTo(Answer.ok(every));
		assertThat(call("hex-encode", every)).isEqualTo(Answer.ok(HexFormat.of().formatHex(every)));
		assertThat(call("hex-decode", HexFormat.of().formatHex(every))).isEqualTo(Answer.ok(every));
		assertThat(call("charset-decode=windows-1252", new byte[] { 'c', 'a', 'f', (byte) 0xE9 }))
			.isEqualTo(Answer.ok("caf\u00e9"));
		assertThat(call("charset-encode=windows-1252", "caf\u00e9"))
			.isEqualTo(Answer.ok(new byte[] { 'c', 'a', 'f', (byte) 0xE9 }));
	}

	@Test
	void bytesThatAreNoTextAreRefusedWhereAStepTakesOne() {
		assertRefused(call("base64-decode,cummingsify", "/w=="), ValueRefusedException.class);
		assertThat(call("base64-decode,cummingsify", "QUJD")).isEqualTo(Answer.ok("abc"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			each-line(base64-encode)                    | `one\ntwo`    | `b25l\ndHdv`
			each-line(trim,each-word(reverse)),trim     | ` ab cd \nef` | `ba dc\nfe`
			each-match=[A-Z]+(cummingsify,reverse)      | `the MOON`    | `the noom`
			each-field=2:%3A(try(base64-decode))        | `a:QQ==\nb:!` | `a:A\nb:!`
			replace=%28:%29,each-paragraph(join-lines)  | `(a\nb\n\nc`  | `)a b\n\nc`
			""")
	void recipesInBracketsRunOnPartsOfAText(String recipe, String text, String result) {
		assertThat(call(recipe, text)).isEqualTo(Answer.ok(result));
	}

	@ParameterizedTest
	@ValueSource(strings = { "each-line(trim", "each-line(trim))", "each-line()", "(trim)", "each-line(trim)trim",
			"try(try(try(try(trim))))", "each-line(Trim)" })
	void malformedBracketsAreRefused(String recipe) {
		assertRefused(call(recipe, "text"), MalformedRecipeException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "each-line", "trim(trim)", "each-line(wrap=0)", "each-match=[(trim)" })
	void bracketsThatATransformDoesNotHaveAreRefused(String recipe) {
		assertRefused(call(recipe, "text"), BadArgumentException.class);
	}

	@Test
	void errorsInBracketsAreThoseOfTheWhole() {
		assertRefused(call("each-line(nosuch)", "text"), UnknownTransformException.class);
		assertRefused(call("each-line(base64-decode)", "QQ==\n!"), ValueRefusedException.class);
		assertRefused(call("each-line(throwing)", "text"), TransformFailedException.class);
		assertRefused(call("each-line(hex-encode)", "x".repeat(LIMIT / 4).concat("\n").repeat(3)),
				ValueTooLargeException.class);
	}

	@Test
	void aTextOfManyPartsIsTransformed() {
		assertThat(call("each-line(cummingsify)", "X\n".repeat(LIMIT / 4)))
			.isEqualTo(Answer.ok("x\n".repeat(LIMIT / 4)));
	}

	@Test
	void limitsTheSizeOfBytes() {
		byte[] largest = new byte[LIMIT];
		assertThat(call("crc32", largest)).isEqualTo(Answer.ok("a738ea1c"));
		assertRefused(call("crc32", new byte[LIMIT + 1]), ValueTooLargeException.class);
		byte[] bomb = this.service.transform("gzip", Value.of(largest)).bytes();
		assertThat(call("gunzip", bomb)).isEqualTo(Answer.ok(largest));
		byte[] twice = Arrays.copyOf(bomb, 2 * bomb.length);
		System.arraycopy(bomb, 0, twice, bomb.length, bomb.length);
		assertRefused(call("gunzip", twice), ValueTooLargeException.class);
	}

	@Test
	void limitsTheSizeOfAText() {
		assertThat(call("cummingsify", "X".repeat(LIMIT))).isEqualTo(Answer.ok("x".repeat(LIMIT)));
		assertRefused(call("cummingsify", "X".repeat(LIMIT + 1)), ValueTooLargeException.class);
		assertRefused(call("cummingsify", "\u00e9".repeat(LIMIT / 2) + "x"), ValueTooLargeException.class);
	}

	@Test
	void aTextFarOverTheLimitIsRefused() {
		assertRefused(call("cummingsify", "X".repeat(5 * LIMIT)), ValueTooLargeException.class);
	}

	@Test
	void limitsTheSizeOfIntermediateAndFinalResults() {
		assertRefused(call("hex-encode", "X".repeat(LIMIT / 2 + 1)), ValueTooLargeException.class);
		assertRefused(call("hex-encode,truncate=1", "X".repeat(LIMIT / 2 + 1)), ValueTooLargeException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "throwing", "overflowing", "trim,throwing" })
	void aTransformThatThrowsIsAnInternalError(String recipe) {
		assertRefused(call(recipe, "text"), TransformFailedException.class);
	}

	@Test
	void aRemoteTransformReturnsTheResultOfItsServer() {
		assertThat(call("remote-reverse", "poem")).isEqualTo(Answer.ok("meop"));
		assertThat(call("trim,remote-reverse,cummingsify", " POEM ")).isEqualTo(Answer.ok("meop"));
		assertThat(call("each-line(remote-reverse,quote=x)", "one\ntwo"))
			.isEqualTo(callService("each-line(reverse,quote=x)", "one\ntwo"));
		assertThat(call("remote-reverse", "")).isEqualTo(Answer.ok(""));
		assertThat(call("remote-reverse,reverse", "x".repeat(LIMIT - 1) + "y"))
			.isEqualTo(Answer.ok("x".repeat(LIMIT - 1) + "y"));
	}

	@Test
	void aStepThatWaitsRunsOnAVirtualThreadWhateverIsBeforeIt() {
		assertThat(call("waiting", "text")).isEqualTo(Answer.ok("virtual"));
		assertThat(call("trim,waiting", "text")).isEqualTo(Answer.ok("virtual"));
		// a large text is decoded on a worker, and an expensive step runs there
		assertThat(call("waiting", "x".repeat(LIMIT))).isEqualTo(Answer.ok("virtual"));
		assertThat(call("each-line(reverse),waiting", "x\n".repeat(LIMIT / 2))).isEqualTo(Answer.ok("virtual"));
		assertThat(call("each-line(reverse,waiting)", "x\n".repeat(100))).isEqualTo(Answer.ok("virtual\n".repeat(100)));
	}

	@Test
	void aRemoteServerThatIsDownOrLateIsAnErrorOfItsOwn() {
		// after the calls of other protocols, the late server is not called for a while
		this.remotes.breakers().circuitBreaker("remote-late").reset();
		assertRefused(call("trim,remote-down", "text"), RemoteFailedException.class);
		assertRefused(call("each-line(remote-late)", "text"), RemoteTimeoutException.class);
		assertRefused(call("remote-down", "x".repeat(LIMIT)), RemoteFailedException.class);
		assertThat(call("trim,remote-kept", " text ")).isEqualTo(Answer.ok("text"));
	}

	@Test
	void aStoppedServiceIsUnavailable() {
		this.service.stop();
		try {
			assertThat(call("cummingsify", "text".getBytes(StandardCharsets.UTF_8)))
				.isEqualTo(Answer.error(codeFor(UnavailableException.class)));
		}
		finally {
			this.service.start();
		}
		assertTheNextRequestIsServed();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			cummingsify       | HERE | cummingsify   | success
			trim,cummingsify  | HERE | RECIPE        | success
			nosuch            | HERE | UNKNOWN       | unknown-transform
			trim,nosuch       | HERE | UNKNOWN       | unknown-transform
			Trim              | HERE | UNKNOWN       | malformed-recipe
			trim=1            | HERE | UNKNOWN       | bad-argument
			base64-decode     | !    | base64-decode | value-refused
			throwing          | HERE | throwing      | transform-failed
			overflowing       | HERE | overflowing   | transform-failed
			trim,throwing     | HERE | RECIPE        | transform-failed
			remote-reverse    | HERE | remote-reverse | success
			remote-down       | HERE | remote-down   | remote-failed
			""")
	void timesEveryTextByTransformAndOutcome(String recipe, String text, String transform, String outcome) {
		Metrics metrics = new Metrics(this.httpPort);
		double timed = metrics.transforms(protocol(), transform, outcome);
		double failed = metrics.failed(protocol(), outcome);
		call(recipe, text);
		assertThat(metrics.transforms(protocol(), transform, outcome)).isEqualTo(timed + 1);
		assertThat(metrics.failed(protocol(), outcome)).isEqualTo(outcome.equals("success") ? failed : failed + 1);
	}

	@Test
	void timesOversizedResultsAndRequestsToAStoppedService() {
		Metrics metrics = new Metrics(this.httpPort);
		double tooLarge = metrics.transforms(protocol(), "hex-encode", "too-large");
		double unavailable = metrics.transforms(protocol(), "UNKNOWN", "unavailable");
		call("hex-encode", "X".repeat(LIMIT / 2 + 1));
		assertThat(metrics.transforms(protocol(), "hex-encode", "too-large")).isEqualTo(tooLarge + 1);
		this.service.stop();
		try {
			call("cummingsify", "text");
		}
		finally {
			this.service.start();
		}
		assertThat(metrics.transforms(protocol(), "UNKNOWN", "unavailable")).isEqualTo(unavailable + 1);
	}

	@Test
	void aTextThatIsNotUtf8IsAFailedRequest() {
		Metrics metrics = new Metrics(this.httpPort);
		double failed = metrics.failed(protocol(), "malformed-text");
		call("cummingsify", new byte[] { (byte) 0xFF });
		assertThat(metrics.failed(protocol(), "malformed-text")).isEqualTo(failed + 1);
	}

	private void assertRefused(Answer answer, Class<? extends TransformException> error) {
		assertThat(answer).isEqualTo(Answer.error(codeFor(error)));
		assertTheNextRequestIsServed();
	}

	private void assertTheNextRequestIsServed() {
		assertThat(call("cummingsify", "HERE IS MY POEM")).isEqualTo(Answer.ok("here is my poem"));
	}

	private Answer call(String recipe, String text) {
		return call(recipe, text.getBytes(StandardCharsets.UTF_8));
	}

	private Answer callService(String recipe, String text) {
		return switch (OUTCOMES.computeIfAbsent(List.of(recipe, text), (_) -> outcome(recipe, text))) {
			case Result(Answer answer) -> answer;
			case Refusal(Class<? extends TransformException> error) -> Answer.error(codeFor(error));
		};
	}

	private Outcome outcome(String recipe, String text) {
		try {
			return new Result(Answer.ok(this.service.transform(recipe, Value.of(text)).bytes()));
		}
		catch (TransformException ex) {
			return new Refusal(ex.getClass());
		}
	}

	private Stream<Example> examples() {
		return this.service.catalogue().transforms().stream().map(Transform::example).flatMap(Stream::ofNullable);
	}

	private static String steps(int count) {
		return Stream.generate(() -> "trim").limit(count).collect(Collectors.joining(","));
	}

	private static Map<String, String> hostileTexts() {
		Map<String, String> texts = new LinkedHashMap<>();
		texts.put("the empty text", "");
		texts.put("a quarter of a megabyte of one letter", "x".repeat(LIMIT / 4));
		texts.put("a quarter of a megabyte of lines", "And so on.\n".repeat(LIMIT / 4 / 11));
		texts.put("every plane of Unicode",
				IntStream.rangeClosed(0, 16)
					.flatMap((plane) -> IntStream.of(0x41, 0x301, 0x5D0, 0x1F1, 0xFFFD, 0xFFFE, 0xFFFF)
						.map((offset) -> (plane << 16) + offset))
					.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
					.toString());
		texts.put("lone controls",
				IntStream.concat(IntStream.range(0, 0x20), IntStream.rangeClosed(0x7F, 0x9F))
					.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
					.append("\u202E\u2066\uFEFF\u200D\u2028")
					.toString());
		texts.put("only combining marks", "\u0301\u0327\u20DD\uFE0F".repeat(1000));
		texts.put("a log line and a header", "ok\r\nX-Injected: 1\r\n\r\n2026-01-01 ERROR ${jndi:ldap://x}");
		return texts;
	}

	private sealed interface Outcome {

	}

	private record Result(Answer answer) implements Outcome {

	}

	private record Refusal(Class<? extends TransformException> error) implements Outcome {

	}

}
