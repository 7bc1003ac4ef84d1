package dev.couplet.protocol.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.Transform;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the catalogue of transforms.
 */
@RestController
class CatalogueController {

	private final Catalogue catalogue;

	private final TransformPort transforms;

	// by name
	private final Map<String, CatalogueEntry> entries;

	CatalogueController(Catalogue catalogue, TransformPort transforms) {
		this.transforms = transforms;
		this.catalogue = catalogue;
		this.entries = catalogue.transforms().stream().collect(Collectors.toMap(Transform::name, CatalogueEntry::of));
	}

	@GetMapping(path = "/transforms", produces = MediaType.APPLICATION_JSON_VALUE)
	List<CatalogueEntry> transforms(@RequestParam(name = "query", defaultValue = "") String query) {
		return this.catalogue.search(query).stream().map(this::entry).toList();
	}

	// the variable has the same name as in TransformController, so that the OpenAPI
	// description has one path for both
	@GetMapping(path = "/transforms/{recipe}", produces = MediaType.APPLICATION_JSON_VALUE)
	CatalogueEntry transform(@PathVariable("recipe") String name) {
		return entry(this.transforms.read(() -> this.catalogue.get(name)));
	}

	private CatalogueEntry entry(Transform transform) {
		return Objects.requireNonNull(this.entries.get(transform.name()));
	}

}
