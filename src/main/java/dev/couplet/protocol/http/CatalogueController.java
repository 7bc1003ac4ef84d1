package dev.couplet.protocol.http;

import java.util.List;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.Catalogue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows which transforms there are.
 */
@RestController
class CatalogueController {

	private final Catalogue catalogue;

	private final TransformPort transforms;

	CatalogueController(Catalogue catalogue, TransformPort transforms) {
		this.transforms = transforms;
		this.catalogue = catalogue;
	}

	@Operation(operationId = "listTransforms", summary = "Every transform")
	@GetMapping(path = "/transforms", produces = MediaType.APPLICATION_JSON_VALUE)
	List<CatalogueEntry> transforms() {
		return this.catalogue.transforms().stream().map(CatalogueEntry::of).toList();
	}

	// a name is a recipe of one step; the variable goes by the word that the path has in
	// TransformController too, or a description would have two paths that are one
	@Operation(operationId = "getTransform", summary = "One transform")
	@GetMapping(path = "/transforms/{recipe}", produces = MediaType.APPLICATION_JSON_VALUE)
	CatalogueEntry transform(@Parameter(description = "The transform's name") @PathVariable("recipe") String name) {
		return CatalogueEntry.of(this.transforms.read(() -> this.catalogue.get(name)));
	}

}
