package dev.couplet.transform.library;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

import com.ibm.icu.util.ULocale;
import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.Parameter;

/**
 * The language whose rules for upper and lower case are used. Those of Turkish,
 * Azerbaijani, Lithuanian, Greek, Dutch and Armenian differ from those of all others.
 */
final class CaseLocale {

	/**
	 * The parameter. The root locale has the rules that are independent of language.
	 */
	static final Parameter<String> PARAMETER = Parameter.text("locale", 1, 35, "root");

	private CaseLocale() {
	}

	/**
	 * Returns a locale.
	 * @param tag a language tag (BCP 47), or {@code root}
	 * @return the locale
	 * @throws BadArgumentException if there is no such language
	 */
	static Locale of(String tag) {
		if (tag.equals(PARAMETER.defaultValue())) {
			return Locale.ROOT;
		}
		try {
			Locale locale = new Locale.Builder().setLanguageTag(tag).build();
			if (Languages.ALL.contains(locale.getLanguage())) {
				return locale;
			}
		}
		catch (IllformedLocaleException ex) {
			// the reason quotes the argument
		}
		throw new BadArgumentException("'locale' must be root or the tag of a language (BCP 47), such as tr or pt-BR");
	}

	/**
	 * Loaded when a recipe has a language for the first time.
	 */
	private static final class Languages {

		static final Set<String> ALL = Set.of(ULocale.getISOLanguages());

		private Languages() {
		}

	}

}
