package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueRefusedException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.Scanner;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML document as JSON. Aliases, which can multiply what a text holds, and
 * keys that are no strings are refused.
 */
final class YamlReader {

	private final Iterator<Event> events;

	private YamlReader(Iterator<Event> events) {
		this.events = events;
	}

	/**
	 * Reads a text.
	 * @param text one YAML document
	 * @return the JSON value, null if there is nothing but comments
	 * @throws ValueRefusedException if the text is not YAML, or has no equivalent in JSON
	 */
	static JsonTree read(String text) {
		LoadSettings settings = settings(text);
		StreamReader reader = new StreamReader(settings, text);
		try {
			Scanner scanner = new ScannerImpl(settings, reader);
			return new YamlReader(new ParserImpl(settings, new YamlTokens(scanner))).readDocument();
		}
		catch (MarkedYamlEngineException ex) {
			throw refusal("not YAML", ex.getProblemMark().or(ex::getContextMark), "");
		}
		// of the library, for an escape that is cut off or over U+7FFFFFFF
		catch (NumberFormatException ex) {
			throw refusal("a YAML escape that is not a character", reader.getMark(), "");
		}
		catch (ReaderException ex) {
			throw new ValueRefusedException("a character that YAML does not allow, at character "
					+ (ex.getPosition() + 1) + "; write it as an escape in double quotation marks");
		}
		catch (YamlEngineException ex) {
			throw new ValueRefusedException("the text is not YAML");
		}
	}

	// one buffer for the whole text: a surrogate pair at the end of a buffer makes the
	// library fail
	private static LoadSettings settings(String text) {
		return LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setBufferSize(text.length() + 2).build();
	}

	private JsonTree readDocument() {
		JsonTree tree = null;
		while (this.events.hasNext()) {
			Event event = this.events.next();
			if (event instanceof NodeEvent) {
				if (tree != null) {
					throw refusal("a second YAML document", event.getStartMark(), "only one is converted");
				}
				tree = value(event, 1);
			}
		}
		return (tree != null) ? tree : new JsonTree.Literal("null", 0);
	}

	private JsonTree value(Event event, int depth) {
		if (depth > JsonReader.MAX_DEPTH && !(event instanceof ScalarEvent)) {
			throw refusal("more than " + JsonReader.MAX_DEPTH + " levels of YAML", event.getStartMark(), "");
		}
		return switch (event) {
			case ScalarEvent scalar -> YamlScalar.read(requireWellFormed(scalar));
			case SequenceStartEvent start -> {
				requireTag(start, "seq");
				yield new JsonTree.Elements(elements(depth), 0);
			}
			case MappingStartEvent start -> {
				requireTag(start, "map");
				yield new JsonTree.Members(members(depth), 0);
			}
			case AliasEvent alias ->
				throw refusal("a YAML alias", event.getStartMark(), "write out what it stands for");
			default -> throw refusal("not YAML", event.getStartMark(), "");
		};
	}

	private List<JsonTree> elements(int depth) {
		List<JsonTree> elements = new ArrayList<>();
		for (Event event = this.events.next(); event.getEventId() != Event.ID.SequenceEnd; event = this.events.next()) {
			elements.add(value(event, depth + 1));
		}
		return elements;
	}

	private Map<String, JsonTree> members(int depth) {
		Map<String, JsonTree> members = new LinkedHashMap<>();
		for (Event event = this.events.next(); event.getEventId() != Event.ID.MappingEnd; event = this.events.next()) {
			if (!(event instanceof ScalarEvent key)) {
				throw refusal("a YAML key that is not a scalar", event.getStartMark(), "JSON has only strings as keys");
			}
			requireWellFormed(key);
			// not what a plain key stands for: true, null and 1.10 are written as they
			// are
			if (members.put(key.getValue(), value(this.events.next(), depth + 1)) != null) {
				throw refusal("a key that the mapping already has", event.getStartMark(), "");
			}
		}
		return members;
	}

	private static void requireTag(CollectionStartEvent start, String name) {
		String tag = start.getTag().orElse("!");
		if (!tag.equals("!") && !tag.equals(YamlScalar.TAGS + name)) {
			throw refusal(YamlScalar.BAD_TAG, start.getStartMark(), "");
		}
	}

	private static ScalarEvent requireWellFormed(ScalarEvent scalar) {
		if (scalar.isDQuoted() && !Utf8.isWellFormed(scalar.getValue())) {
			throw refusal("half of a surrogate pair in a YAML string", scalar.getStartMark(), "");
		}
		return scalar;
	}

	static ValueRefusedException refusal(String what, Optional<Mark> mark, String remedy) {
		String place = mark.map((found) -> " at line " + (found.getLine() + 1) + ", column " + (found.getColumn() + 1))
			.orElse("");
		return new ValueRefusedException(what + place + (remedy.isEmpty() ? "" : "; " + remedy));
	}

}
