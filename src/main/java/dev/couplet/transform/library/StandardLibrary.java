package dev.couplet.transform.library;

import java.util.List;
import java.util.stream.Stream;

import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * All built-in transforms. To add a group of transforms, write a class and add it here.
 */
public final class StandardLibrary implements TransformLibrary {

	@Override
	public List<Transform> transforms() {
		return Stream
			.of(new CaseTransforms(), new CharsetTransforms(), new CompressionTransforms(), new DigestTransforms(),
					new EncodingTransforms(), new EscapeTransforms(), new LineTransforms(), new PartTransforms(),
					new PoetryTransforms(), new TextTransforms(), new UnicodeTransforms())
			.map(TransformLibrary::transforms)
			.flatMap(List::stream)
			.toList();
	}

}
