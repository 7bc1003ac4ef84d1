package dev.couplet.transform.library;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.scanner.Scanner;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * The tokens of YAML, each of which is fetched once. The parser asks what the next token
 * is up to ten times, but never after the end of the stream, and the library's scanner
 * then visits all collections that are open, each time.
 */
final class YamlTokens implements Scanner {

	// any text of 262,144 characters has fewer. Each takes some 5 nanoseconds
	private static final long MAX_LEVELS_OF_ALL_TOKENS = (long) JsonReader.MAX_DEPTH << 18;

	private final Scanner scanner;

	private int level;

	private long levels;

	private @Nullable Token token;

	YamlTokens(Scanner scanner) {
		this.scanner = scanner;
	}

	@Override
	public boolean hasNext() {
		return this.token != null || this.scanner.hasNext();
	}

	@Override
	public Token peekToken() {
		Token next = this.token;
		if (next == null) {
			next = this.scanner.peekToken();
			this.token = next;
		}
		return next;
	}

	@Override
	public boolean checkToken(Token.ID id) {
		return peekToken().getTokenId() == id;
	}

	@Override
	public boolean checkToken(Token.ID... ids) {
		return ids.length == 0 || Arrays.asList(ids).contains(peekToken().getTokenId());
	}

	@Override
	public Token next() {
		Token next = this.scanner.next();
		this.token = null;
		this.level += switch (next.getTokenId()) {
			case FlowSequenceStart, FlowMappingStart -> 1;
			case FlowSequenceEnd, FlowMappingEnd -> -1;
			default -> 0;
		};
		this.levels += this.level;
		if (this.levels > MAX_LEVELS_OF_ALL_TOKENS) {
			throw YamlReader.refusal("too many nested brackets of YAML", next.getStartMark(),
					"values have at most %s levels of brackets in total".formatted(MAX_LEVELS_OF_ALL_TOKENS));
		}
		return next;
	}

	@Override
	public void resetDocumentIndex() {
		this.scanner.resetDocumentIndex();
	}

}
