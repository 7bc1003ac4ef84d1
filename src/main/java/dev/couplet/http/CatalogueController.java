package dev.couplet.http;

import java.util.List;

import dev.couplet.transform.Catalogue;

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

	CatalogueController(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	@GetMapping(path = "/transforms", produces = MediaType.APPLICATION_JSON_VALUE)
	List<CatalogueEntry> transforms() {
		return this.catalogue.transforms().stream().map(CatalogueEntry::of).toList();
	}

	@GetMapping(path = "/transforms/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
	CatalogueEntry transform(@PathVariable String name) {
		return CatalogueEntry.of(this.catalogue.get(name));
	}

}
