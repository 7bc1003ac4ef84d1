package dev.couplet.transform.library;

import java.util.Locale;
import java.util.Set;

/**
 * Removes the query parameters by which visitors are tracked from one site to another.
 */
final class UrlCleaning {

	// of Google, Facebook, Microsoft, Yandex, X, TikTok, Instagram, LinkedIn, Pinterest
	// and senders of mail; as in the lists of Firefox, Brave and ClearURLs
	private static final Set<String> PARAMETERS = Set.of("gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid",
			"_ga", "_gl", "fbclid", "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "msclkid", "yclid",
			"ysclid", "_openstat", "twclid", "ref_src", "ref_url", "ttclid", "igsh", "igshid", "li_fat_id", "epik",
			"mc_cid", "mc_eid", "_hsenc", "_hsmi", "__hssc", "__hstc", "__hsfp", "hsctatracking", "mkt_tok",
			"oly_anon_id", "oly_enc_id", "vero_id", "vero_conv", "_kx", "_bhlid", "ml_subscriber", "ml_subscriber_hash",
			"rb_clickid", "wickedid", "wt_mc", "s_cid", "sc_cid", "spm", "irclickid", "__s", "at_medium", "at_campaign",
			"guce_referrer", "guce_referrer_sig", "gad_source", "gad_campaignid");

	private static final Set<String> PREFIXES = Set.of("utm_", "mtm_", "matomo_", "pk_", "hsa_");

	// longer than any of these
	private static final int MAX_NAME = 30;

	private static final String ESCAPED_SEPARATOR = "amp;";

	private UrlCleaning() {
	}

	/**
	 * Cleans all URLs.
	 * @param text any text
	 * @return the text
	 */
	static String clean(String text) {
		StringBuilder result = new StringBuilder(text.length());
		int end = 0;
		for (Span url : Urls.find(text)) {
			int fragment = text.indexOf('#', url.start(), url.end());
			int queryEnd = (fragment < 0) ? url.end() : fragment;
			int query = text.indexOf('?', url.start(), queryEnd);
			if (query >= 0) {
				result.append(text, end, query);
				appendQuery(text, query + 1, queryEnd, result);
				end = queryEnd;
			}
		}
		return result.append(text, end, text.length()).toString();
	}

	private static void appendQuery(String text, int start, int end, StringBuilder result) {
		boolean first = true;
		int from = start;
		while (from <= end) {
			int next = text.indexOf('&', from, end);
			int to = (next < 0) ? end : next;
			// & in HTML
			boolean escaped = from > start && text.startsWith(ESCAPED_SEPARATOR, from);
			int name = escaped ? from + ESCAPED_SEPARATOR.length() : from;
			if (name > to || !isTracking(text, name, to)) {
				result.append(first ? "?" : "&").append(text, (first && name <= to) ? name : from, to);
				first = false;
			}
			from = to + 1;
		}
	}

	private static boolean isTracking(String text, int start, int end) {
		int equals = text.indexOf('=', start, end);
		int nameEnd = (equals < 0) ? end : equals;
		String name = text.substring(start, Math.min(nameEnd, start + MAX_NAME)).toLowerCase(Locale.ROOT);
		return PARAMETERS.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
	}

}
