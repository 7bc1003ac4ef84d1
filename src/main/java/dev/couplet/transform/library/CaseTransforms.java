package dev.couplet.transform.library;

import java.util.List;
import java.util.Locale;

import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

import org.springframework.stereotype.Component;

@Component
class CaseTransforms implements TransformLibrary {

	@Override
	public List<Transform> transforms() {
		return List.of(Transform.named("cummingsify")
			.describedAs("Lower case, as the poet E. E. Cummings liked it; in no particular language.")
			.example("cummingsify", "HERE IS MY POEM", "here is my poem")
			.applying((text) -> text.toLowerCase(Locale.ROOT)));
	}

}
