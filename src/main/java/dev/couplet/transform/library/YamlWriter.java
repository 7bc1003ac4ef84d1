package dev.couplet.transform.library;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.ibm.icu.lang.UCharacter;
import dev.couplet.transform.SizeLimit;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/**
 * Writes JSON as a YAML document in block style. A string that a reader of YAML 1.1 or
 * 1.2 could take for something else is in quotation marks.
 */
final class YamlWriter {

	private static final DumpSettings SETTINGS = DumpSettings.builder()
		.setDefaultFlowStyle(FlowStyle.BLOCK)
		.setIndent(2)
		.setSplitLines(false)
		.setWidth(Integer.MAX_VALUE)
		.build();

	private static final Set<String> WORDS_OF_YAML_1_1 = Set.of("yes", "no", "on", "off", "y", "n", "null", "true",
			"false");

	private final Emitter emitter;

	private YamlWriter(Emitter emitter) {
		this.emitter = emitter;
	}

	static String write(JsonTree tree, SizeLimit limit) {
		LimitedBuilder yaml = new LimitedBuilder(limit);
		YamlWriter writer = new YamlWriter(new Emitter(SETTINGS, writingTo(yaml)));
		writer.emitter.emit(new StreamStartEvent());
		writer.emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
		writer.write(tree);
		writer.emitter.emit(new DocumentEndEvent(false));
		writer.emitter.emit(new StreamEndEvent());
		return yaml.toString();
	}

	private static StreamDataWriter writingTo(LimitedBuilder yaml) {
		return new StreamDataWriter() {

			@Override
			public void write(String text) {
				yaml.append(text);
			}

			@Override
			public void write(String text, int offset, int length) {
				yaml.append(text.substring(offset, offset + length));
			}

		};
	}

	private void write(JsonTree tree) {
		switch (tree) {
			case JsonTree.Text text -> writeString(text.value());
			case JsonTree.Literal literal -> writeScalar(literal.word(), ScalarStyle.PLAIN);
			case JsonTree.Elements array -> {
				FlowStyle style = array.elements().isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
				this.emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style));
				array.elements().forEach(this::write);
				this.emitter.emit(new SequenceEndEvent());
			}
			case JsonTree.Members object -> {
				FlowStyle style = object.members().isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
				this.emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style));
				object.members().forEach((key, value) -> {
					writeString(key);
					write(value);
				});
				this.emitter.emit(new MappingEndEvent());
			}
		}
	}

	private void writeString(String text) {
		writeScalar(text, isPlain(text) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
	}

	private void writeScalar(String text, ScalarStyle style) {
		this.emitter
			.emit(new ScalarEvent(Optional.empty(), Optional.empty(), new ImplicitTuple(true, true), text, style));
	}

	// what starts with a letter is no number, no date and no indicator. The emitter has
	// the last word: it puts quotation marks around "a: b" and "a #b"
	private static boolean isPlain(String text) {
		return !text.isEmpty() && UCharacter.isLetter(text.codePointAt(0))
				&& text.codePoints().allMatch(YamlWriter::isPlain)
				&& !WORDS_OF_YAML_1_1.contains(text.toLowerCase(Locale.ROOT)) && YamlScalar.isString(text);
	}

	private static boolean isPlain(int character) {
		return (UCharacter.isPrintable(character) && !UCharacter.isUWhiteSpace(character)) || character == ' ';
	}

}
