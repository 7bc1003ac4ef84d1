package dev.couplet.transform.guess;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.couplet.PropertyTest;
import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.Kind;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueTooLargeException;
import dev.couplet.transform.library.StandardLibrary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link Guesser}.
 */
class GuesserTests {

	private static final int LIMIT = 1 << 20;

	private static final TransformService SERVICE = BuiltInTransforms.service(LIMIT);

	private static final Guesser GUESSER = new Guesser(SERVICE);

	private static final String POEM = "The moon is late tonight,\nand so am I; the café waits & \"closes\".\n";

	private static final List<String> WORDS = List.of("moon", "night", "the", "train", "and", "late", "café", "kettle",
			"I", "town", "weather", "of", "today", "über", "river", "light", "small", "Anna", "goes", "by", "quiet",
			"harbour", "1984", "3");

	private static List<Guess> guess(String text) {
		return GUESSER.guess(Value.of(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static List<Guess> guess(byte... bytes) {
		return GUESSER.guess(Value.of(bytes));
	}

	private static Value encoded(String recipe, String text) {
		return SERVICE.transform(recipe, Value.of(text));
	}

	private static Guess first(Value value) {
		List<Guess> guesses = GUESSER.guess(value);
		assertThat(guesses).isNotEmpty();
		return guesses.getFirst();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					base64-encode                  | base64-decode
					base64-encode=20               | base64-decode
					base64url-encode               | base64-decode
					hex-encode                     | hex-decode
					hex-encode=colon:upper         | hex-decode
					hex-encode=line                | hex-decode
					url-encode                     | url-decode
					html-encode                    | html-decode
					json-encode                    | json-decode
					quoted-printable-encode        | quoted-printable-decode
					gzip                           | gunzip
					charset-encode=windows-1252    | charset-decode=windows-1252
					charset-encode=UTF-16          | charset-decode=UTF-16
					charset-encode=UTF-16LE        | charset-decode=UTF-16LE
					charset-encode=UTF-16BE        | charset-decode=UTF-16BE
					gzip,base64-encode             | base64-decode,gunzip
					gzip,hex-encode,base64-encode  | base64-decode,hex-decode,gunzip
					json-encode,base64-encode      | base64-decode,json-decode
					charset-encode=UTF-16LE,base64-encode | base64-decode,charset-decode=UTF-16LE
					charset-encode=UTF-16,hex-encode      | hex-decode,charset-decode=UTF-16
					url-encode,html-encode,json-encode,base64-encode | base64-decode,json-decode,url-decode
					base64-encode,base64-encode,base64-encode,base64-encode | base64-decode,base64-decode,base64-decode,base64-decode
					url-encode,url-encode,url-encode,url-encode | url-decode,url-decode,url-decode,url-decode
					""")
	void findsTheRecipeThatDecodesAPoem(String encoder, String decoder) {
		Guess best = first(encoded(encoder, POEM));
		assertThat(best.recipe()).isEqualTo(decoder);
		assertThat(best.preview()).isEqualTo(POEM);
		assertThat(best.type()).isEqualTo("text/plain");
		assertThat(best.size()).isEqualTo(Utf8.size(POEM));
		assertThat(best.score()).isBetween(0.8, 1.0);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			zlib-compress                  | zlib-decompress
			zlib-compress,base64-encode    | base64-decode,zlib-decompress
			deflate,base64-encode          | base64-decode,inflate
			zstd-compress                  | zstd-decompress
			bzip2,hex-encode               | hex-decode,bunzip2
			xz-compress                    | xz-decompress
			base32-encode                  | base32-decode
			base58-encode                  | base58-decode
			ascii85-encode                 | ascii85-decode
			uu-encode                      | uu-decode
			binary-encode                  | binary-decode
			decimal-encode                 | decimal-decode
			octal-encode                   | octal-decode
			hexdump                        | hexdump-decode
			unicode-escape                 | unicode-unescape
			mime-word-encode               | mime-word-decode
			xml-escape                     | html-decode
			java-escape                    | java-unescape
			""")
	void findsTheRecipeOfOtherEncodings(String encoder, String decoder) {
		Guess best = first(encoded(encoder, POEM));
		assertThat(best.recipe()).isEqualTo(decoder);
		assertThat(best.preview()).isEqualTo(POEM);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			SGVsbG8=                        | base64-decode | text/plain       | Hello
			48 65 6c 6c 6f                  | hex-decode    | text/plain       | Hello
			0x48 0x65 0x6c 0x6c 0x6f        | hex-decode    | text/plain       | Hello
			dXNlcjpwYXNzdzByZA==            | base64-decode | text/plain       | user:passw0rd
			MTIzNDUsNjc4OTA=                | base64-decode | text/plain       | 12345,67890
			eyJhIjoxfQ==                    | base64-decode | application/json | {"a":1}
			PGE+MTwvYT4=                    | base64-decode | application/xml  | <a>1</a>
			aHR0cHM6Ly9leGFtcGxlLmNvbS9hP2I9Yw== | base64-decode | text/plain  | https://example.com/a?b=c
			"aGVsbG8gd29ybGQ="              | json-decode,base64-decode | text/plain | hello world
			Tom &amp; Jerry                 | html-decode   | text/plain       | Tom & Jerry
			100%25 sure                     | url-decode    | text/plain       | 100% sure
			a=3Db, and a soft =C3=A9        | quoted-printable-decode | text/plain | a=b, and a soft é
			""")
	void recognizesShortValues(String value, String recipe, String type, String preview) {
		Guess best = first(Value.of(value));
		assertThat(best.recipe()).isEqualTo(recipe);
		assertThat(best.type()).isEqualTo(type);
		assertThat(best.preview()).isEqualTo(preview);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl | jwt-decode
			cafÃ© au lait                   | fix-mojibake
			xn--bcher-kva.example           | idna-decode
			=?UTF-8?Q?caf=C3=A9_au_lait?=   | mime-word-decode
			\\u0048\\u0065llo there         | unicode-unescape
			""")
	void recognizesValuesOfOtherTransforms(String value, String recipe) {
		assertThat(first(Value.of(value)).recipe()).isEqualTo(recipe);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln | drop=7,jwt-decode | {"header":{"alg":"HS256"},"payload":{"sub":"1"},"signature":"c2ln","verified":false}
					Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln | drop=22,jwt-decode | {"header":{"alg":"HS256"},"payload":{"sub":"1"},"signature":"c2ln","verified":false}
					authorization: basic dXNlcjpwYXNzd29yZA== | drop=21,base64-decode | user:password
					data:text/plain;base64,SGVsbG8gd29ybGQ= | drop=23,base64-decode | Hello world
					data:;base64,SGVsbG8gd29ybGQ=           | drop=13,base64-decode | Hello world
					\ufeffSGVsbG8gd29ybGQ=                  | strip-bom,base64-decode | Hello world
					\ufeff48656c6c6f20776f726c64            | strip-bom,hex-decode | Hello world
					01101000 01100101 01101100 01101100 01101111 | binary-decode | hello
					01101101 01101111 01101111 01101110     | binary-decode | moon
					110 145 154 154 157                     | octal-decode | Hello
					155 157 157 156 154 151 147 150 164     | octal-decode | moonlight
					\\x3cb\\x3ehello moon\\x3c/b\\x3e         | javascript-unescape | <b>hello moon</b>
					caf\\xc3\\xa9 au lait                   | javascript-unescape,fix-mojibake | café au lait
					Ã©tÃ©                                   | fix-mojibake | été
					\u00c3\u0192\u00c2\u00a9t\u00c3\u0192\u00c2\u00a9 | fix-mojibake | été
					""")
	void recognizesValuesInAFrameAndShortOnes(String value, String recipe, String preview) {
		Guess best = first(Value.of(value));
		assertThat(best.recipe()).isEqualTo(recipe);
		assertThat(best.preview()).isEqualTo(preview);
	}

	@Test
	void recognizesAShortUuencodedFile() {
		assertThat(guess("begin 644 cat.txt\n#0V%T\n`\nend\n")).extracting(Guess::recipe, Guess::preview)
			.containsExactly(tuple("uu-decode", "Cat"));
		assertThat(guess("begin 644 hello.txt\r\n%:&5L;&\\\r\n \r\nend\r\n")).extracting(Guess::recipe, Guess::preview)
			.containsExactly(tuple("uu-decode", "hello"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "café", "Grüße", "Müller", "Élan vital", "naïve café" })
	void recognizesAShortTextThatIsNotUtf8(String text) {
		Guess best = first(Value.of(text.getBytes(Charset.forName("windows-1252"))));
		assertThat(best.recipe()).isEqualTo("charset-decode=windows-1252");
		assertThat(best.preview()).isEqualTo(text);
	}

	@Test
	void whatIsBeforeAnEncodedValueIsNotRemovedForItsOwnSake() {
		assertThat(guess("data:text/plain;base64,####")).isEmpty();
		assertThat(guess("Authorization: Basic instinct")).isEmpty();
		assertThat(guess("\ufeffHello world")).isEmpty();
		assertThat(guess("\ufeff{\"a\":1}")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			windows-1251 | Привет, как дела? Сегодня хорошая погода.
			KOI8-R       | Привет, как дела? Сегодня хорошая погода.
			windows-1252 | Où est le café près de l'hôtel ?
			ISO-8859-7   | Καλημέρα, τι κάνεις σήμερα;
			Shift_JIS    | こんにちは、お元気ですか。今日は良い天気です。
			EUC-JP       | こんにちは、お元気ですか。今日は良い天気です。
			EUC-KR       | 안녕하세요. 오늘은 날씨가 좋습니다.
			GB18030      | 今天的天气很好，我们去公园吧。
			Big5         | 今天的天氣很好，我們去公園吧。
			""")
	void recognizesCharsets(String charset, String text) {
		Guess best = first(Value.of(text.getBytes(Charset.forName(charset))));
		assertThat(best.recipe()).isEqualTo("charset-decode=" + charset);
		assertThat(best.preview()).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "89504e470d0a1a0a0000000d49484452, image/png", "ffd8ffe000104a46494600010100000100, image/jpeg",
			"504b03041400000008000000210000000000, application/zip",
			"255044462d312e370a25e2e3cfd30a312030, application/pdf" })
	void recognizesFiles(String bytes, String type) {
		Guess best = first(Value.of(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(bytes))));
		assertThat(best.recipe()).isEqualTo("base64-decode");
		assertThat(best.type()).isEqualTo(type);
		assertThat(best.preview()).isEqualTo(bytes);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n", "deadbeef", "cafebabe", "dead", "face", "decade", "password", "Hello",
			"HELLO", "Hello World", "testtest", "Todd", "word", "The quick brown fox jumps over the lazy dog.",
			"\"To be or not to be.\"", "5551234567", "2023-05-17", "10:42:38", "d41d8cd98f00b204e9800998ecf8427e",
			"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "550e8400-e29b-41d4-a716-446655440000",
			"width=20 height=40", "a=1&b=2", "5% off", "C:\\new\\table", "Привет, как дела?", "{\"a\":\"b%20c\"}",
			"<p>Tom &amp; Jerry</p>", "AT&T; R&D", "x = y; z == 3D", "my-file_name", "1234567890123456", "こんにちは",
			"🚂🌙", "00:1A:2B:3C:4D:5E", "192.168.0.1", "user@example.com", "#6a5acd", "Bearer of bad news",
			"Basic English", "data: none", "Authorization: Bearer token", "begin at the beginning\nand end at the end",
			"begin 644 files", "1 2 3 4 5 6 7", "100 200 300 400 500", "644 755 600 700 777", "101 102 103 104 105",
			"155 157 157 156", "11111111 11111111 11111111 00000000", "10000000 10000001", "C:\\x86\\bin",
			"[\\x00-\\x1f]", "[\\x20-\\x7e]+", "«LIBERTÉ»", "NÃO", "été", "Ã", "01010101" })
	void guessesNothingWhereNothingFits(String text) {
		assertThat(guess(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "low-tide", "night-train", "the-kettle" })
	void guessesNothingForAPoemNorForOneOfItsWords(String title) throws IOException {
		try (InputStream file = GuesserTests.class.getResourceAsStream("/poems/" + title + ".txt")) {
			String poem = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
			assertThat(guess(poem)).isEmpty();
			assertThat(poem.split("\\s+")).allSatisfy((word) -> assertThat(guess(word)).isEmpty());
		}
	}

	@Test
	void seldomGuessesAnythingForRandomBytes() {
		SplittableRandom random = new SplittableRandom(1);
		int guessed = 0;
		for (int i = 0; i < 2000; i++) {
			byte[] bytes = new byte[random.nextInt(1, 100)];
			random.nextBytes(bytes);
			guessed += guess(bytes).isEmpty() ? 0 : 1;
		}
		assertThat(guessed).isLessThan(5);
	}

	/**
	 * A text of words is encoded by up to four encoders. The recipe found need not be the
	 * obvious one, but it gives the text. A guess is a matter of probability, so the
	 * texts are the same in each run.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4 })
	void findsNestedEncodersOfRandomTexts(int seed) {
		SplittableRandom random = new SplittableRandom(seed);
		for (int i = 0; i < 100; i++) {
			findsNestedEncoders(random);
		}
	}

	private void findsNestedEncoders(SplittableRandom random) {
		List<String> encoders = List.of("base64-encode", "base64-encode=76", "base64url-encode", "hex-encode",
				"hex-encode=space", "url-encode", "html-encode", "json-encode", "quoted-printable-encode", "gzip",
				"charset-encode=UTF-16LE");
		String text = String.join(" ",
				Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size()))).limit(random.nextInt(10, 40)).toList());
		Value value = Value.of(text);
		int steps = random.nextInt(1, GuessSearch.MAX_STEPS + 1);
		String recipe = "";
		for (int i = 0; i < steps; i++) {
			String next = encoders.get(random.nextInt(encoders.size()));
			if (next.startsWith("charset") && i > 0) {
				next = "base64-encode";
			}
			try {
				value = SERVICE.transform(next, value);
				recipe += " " + next;
			}
			catch (TransformException ex) {
				// bytes for an encoder of texts
			}
		}
		if (value.hasBytesOf(Value.of(text)) || value.hasBytesOf(Value.of('"' + text + '"'))) {
			// nothing had to be encoded
			return;
		}
		List<Guess> guesses = GUESSER.guess(value);
		String start = text.substring(0, Math.min(200, text.length()));
		assertThat(guesses.stream().limit(3).map(Guess::preview)).as(recipe + " of " + text).contains(start);
		assertGivesWhatItShows(guesses, value);
	}

	/**
	 * Also a value that nobody has encoded.
	 */
	@PropertyTest
	void everyRecipeGivesWhatItsPreviewShows(SplittableRandom random) {
		List<String> parts = List.of("%", "25", "41", "&", "amp;", "lt;", "=", "3D", "\\u00e9", "\"", "Zm9v", "YmFy",
				"é", "Ã", "©", "a", " ", "\n", "0x", "68", "\u0000", "xn--", "<~", "~>", "begin ", "=?",
				"\ud83d\ude82");
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(30); i >= 0; i--) {
			text.append(parts.get(random.nextInt(parts.size())));
		}
		Value value = Value.of(text.toString());
		assertGivesWhatItShows(GUESSER.guess(value), value);
	}

	private static void assertGivesWhatItShows(List<Guess> guesses, Value value) {
		assertThat(guesses).hasSizeLessThanOrEqualTo(GuessSearch.MAX_GUESSES)
			.extracting(Guess::score)
			.isSortedAccordingTo((one, other) -> Double.compare(other, one))
			.allSatisfy((score) -> assertThat(score).isBetween(0.3, 1.0));
		for (Guess guess : guesses) {
			Value result = SERVICE.transform(guess.recipe(), value);
			assertThat(guess.size()).as(guess.recipe()).isEqualTo(result.size());
			assertThat(guess.preview()).as(guess.recipe())
				.isEqualTo(preview(result, guess.type()))
				.matches(Utf8::isWellFormed);
			assertThat(guess.recipe().split(",")).hasSizeLessThanOrEqualTo(GuessSearch.MAX_STEPS);
		}
	}

	private static String preview(Value result, String type) {
		if (type.startsWith("text/") || type.matches("application/(json|xml|x-pem-file)")) {
			int[] characters = result.text().codePoints().limit(200).toArray();
			return new String(characters, 0, characters.length);
		}
		byte[] bytes = result.bytes();
		return HexFormat.of().formatHex(bytes, 0, Math.min(32, bytes.length));
	}

	@Test
	void thePreviewHas200CharactersAndNotHalfOfOne() {
		String long1 = "moon 🚂 ".repeat(100);
		assertThat(first(encoded("base64-encode", long1)).preview()).isEqualTo("moon 🚂 ".repeat(29).substring(0, 228))
			.matches((preview) -> preview.codePointCount(0, preview.length()) == 200);
		assertThat(first(encoded("base64-encode", "x moon " + "🚂".repeat(300))).preview())
			.isEqualTo("x moon " + "🚂".repeat(193));
	}

	@Test
	void aLongerRecipeMustGiveSomethingBetter() {
		assertThat(GUESSER.guess(encoded("base64-encode", "{\"title\":\"night%20train\"}"))).extracting(Guess::recipe)
			.containsExactly("base64-decode");
	}

	@Test
	void fiveEncodersAreTooMany() {
		String five = "base64-encode,base64-encode,base64-encode,base64-encode,base64-encode";
		assertThat(GUESSER.guess(encoded(five, POEM))).isEmpty();
	}

	@Test
	void triesOnlyTransformsOfTheCatalogue() {
		List<Transform> some = new StandardLibrary().transforms()
			.stream()
			.filter((transform) -> transform.name().equals("hex-decode"))
			.toList();
		Guesser guesser = new Guesser(new TransformService(new Catalogue(some), new SizeLimit(1000)));
		assertThat(guesser.guess(encoded("hex-encode", POEM))).extracting(Guess::recipe).containsExactly("hex-decode");
		assertThat(guesser.guess(encoded("base64-encode", POEM))).isEmpty();
	}

	@Test
	void doesNotTryATransformOfTheNameThatWaits() {
		Transform remote = Transform.named("hex-decode").describedAs("Waits.").waiting((value, call) -> {
			throw new AssertionError("called");
		});
		Guesser guesser = new Guesser(new TransformService(new Catalogue(List.of(remote)), new SizeLimit(1000)));
		assertThat(guesser.guess(encoded("hex-encode", POEM))).isEmpty();
	}

	@Test
	void aTransformThatFailsIsNoGuess() {
		Transform failing = Transform.named("hex-decode", Kind.TEXT, Kind.BYTES)
			.describedAs("Fails.")
			.applying((text) -> {
				throw new IllegalStateException("cannot");
			});
		Guesser guesser = new Guesser(new TransformService(new Catalogue(List.of(failing)), new SizeLimit(1000)));
		assertThat(guesser.guess(encoded("hex-encode", POEM))).isEmpty();
	}

	/**
	 * As a gzip file that contains itself does.
	 */
	@Test
	void aValueThatWasThereBeforeIsNoGuess() {
		Transform same = Transform.named("url-decode").describedAs("Does nothing.").applying((text) -> text);
		Guesser guesser = new Guesser(new TransformService(new Catalogue(List.of(same)), new SizeLimit(1000)));
		assertThat(guesser.guess(Value.of("a%20value"))).isEmpty();
	}

	@Test
	void aBombIsNotUnpacked() {
		byte[] zeros = new byte[LIMIT];
		Value bomb = SERVICE.transform("gzip,gzip,gzip", Value.of(zeros));
		assertThat(bomb.size()).isLessThan(200);
		assertThat(GUESSER.guess(bomb)).extracting(Guess::recipe).isNotEmpty().allMatch("gunzip,gunzip"::startsWith);
		ByteArrayOutputStream two = new ByteArrayOutputStream();
		byte[] once = SERVICE.transform("gzip", Value.of(zeros)).bytes();
		two.writeBytes(once);
		two.writeBytes(once);
		assertThat(guess(two.toByteArray())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "104 ", "104, ", "01101000 ", "68 ", "%25", "&amp;", "=3D", "\\u0041", "xn--a ",
			"=?a?q?b?=", "\\\"", "\u00c3\u00a9", "[", "{\"a\":", "<a>", "<a ", "a.", "eyJ.", "0000000: ", "http://a/",
			"word ", "\\x41", "110 ", "bearer ", "begin 644 a\n#0V%T\n", "data:;base64,", "\ufeffa", "\u0301",
			"e\u0301", "aA" })
	@Tag("slow")
	void takesLargeValuesOfAnyForm(String part) {
		String large = part.repeat(LIMIT / 3 / part.length());
		assertThat(guess(large)).hasSizeLessThanOrEqualTo(GuessSearch.MAX_GUESSES);
		assertThat(guess("\"" + large + "\"")).hasSizeLessThanOrEqualTo(GuessSearch.MAX_GUESSES);
	}

	// longer than what of a value is rated
	@ParameterizedTest
	@CsvSource({ "'charset-encode=UTF-8,quoted-printable-encode', quoted-printable-decode, 0",
			"json-encode, json-decode, 600", "quoted-printable-encode, quoted-printable-decode, 600",
			"url-encode, url-decode, 600", "base64-encode, base64-decode, 600",
			"'base64-encode,base64-encode,base64-encode', 'base64-decode,base64-decode,base64-decode', 5800" })
	void findsTheRecipeOfALongText(String encoder, String decoder, int poems) {
		String text = "Привет, как дела? ".repeat((poems > 0) ? 0 : 300) + POEM.repeat(poems);
		for (int start = 0; start < 4; start++) {
			Value value = encoded(encoder, "x".repeat(start) + text);
			assertThat(first(Value.of(value.bytes())).recipe()).as("after %d", start).isEqualTo(decoder);
		}
	}

	@Test
	void aTextThatBeginsLikeCompressedDataIsAText() {
		Guess best = first(encoded("base64-encode", "x^2 + y^2 = r^2 is a circle"));
		assertThat(best.type()).isEqualTo("text/plain");
		assertThat(best.preview()).isEqualTo("x^2 + y^2 = r^2 is a circle");
	}

	@Test
	void triesALimitedNumberOfSteps() {
		AtomicInteger calls = new AtomicInteger();
		List<Transform> endless = Decoders.ALL.stream()
			.map((decoder) -> Transform.named(decoder.name(), Kind.BYTES, Kind.BYTES)
				.describedAs("Never ends.")
				.applying((bytes) -> ("%" + calls.incrementAndGet() + "0 &lt; \\u0041 " + decoder.name())
					.getBytes(StandardCharsets.UTF_8)))
			.toList();
		Guesser guesser = new Guesser(new TransformService(new Catalogue(endless), new SizeLimit(1000)));
		assertThat(guesser.guess(Value.of("%20 &lt; \\u0041"))).isNotNull();
		assertThat(calls.get()).isEqualTo(64);
	}

	@Test
	void refusesAValueOverTheLimit() {
		Guesser small = new Guesser(BuiltInTransforms.service(10));
		assertThat(small.guess(Value.of("a%20%62%20"))).isNotNull();
		assertThatExceptionOfType(ValueTooLargeException.class).isThrownBy(() -> small.guess(Value.of("a".repeat(11))));
	}

	@Test
	void refusesEveryValueWhileTheServiceStops() {
		TransformService service = BuiltInTransforms.service(1000);
		Guesser guesser = new Guesser(service);
		service.stop();
		assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> guesser.guess(Value.of("plain")));
	}

}
