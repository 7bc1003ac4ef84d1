package dev.couplet.http;

import java.util.List;

import dev.couplet.transform.ClientGoneException;
import dev.couplet.transform.CostBudget;
import dev.couplet.transform.FailedRequests;
import dev.couplet.transform.FailureReason;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.TimedTransforms;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.Utf8;

/**
 * One recipe on its way over many texts. What goes wrong with a text is that text's
 * problem; what the texts become together, and what they cost, is bounded, and the first
 * result over the bound ends the run for those after it too.
 */
final class BatchRun {

	/**
	 * How many times the limit of a text a batch's body, and its results together, may
	 * come to.
	 */
	static final int MOST_TEXTS_TOGETHER = 4;

	private final TimedTransforms transforms;

	private final TransformProblems problems;

	private final FailedRequests failed;

	private final String recipe;

	private final Problem tooLarge;

	private final CostBudget budget;

	private long left;

	private boolean full;

	BatchRun(TimedTransforms transforms, TransformProblems problems, FailedRequests failed, String recipe, long limit) {
		this.transforms = transforms;
		this.problems = problems;
		this.failed = failed;
		this.recipe = recipe;
		this.left = limit;
		this.budget = transforms.newBudget();
		this.tooLarge = Problem.tooLarge("the results together are over the limit of " + limit + " bytes");
	}

	/**
	 * Runs the recipe.
	 * @param texts the texts
	 * @return a result a text, in order
	 * @throws TransformException where the recipe is refused, the server does not serve,
	 * or the client has left: that is not about one text
	 */
	BatchAnswer over(List<String> texts) {
		return new BatchAnswer(texts.stream().map(this::result).toList());
	}

	private BatchAnswer.Result result(String text) {
		if (this.full) {
			return overLimit();
		}
		try {
			return withinLimit(transform(text));
		}
		catch (UnavailableException | ClientGoneException ex) {
			throw ex;
		}
		catch (TransformException ex) {
			this.failed.count(ex);
			return BatchAnswer.Result.of(this.problems.of(ex));
		}
	}

	private String transform(String text) {
		if (!Utf8.isWellFormed(text)) {
			throw new MalformedTextException(
					"the text is not well-formed Unicode: half of a surrogate pair is missing");
		}
		return this.transforms.transform(this.recipe, text, this.budget);
	}

	private BatchAnswer.Result withinLimit(String result) {
		this.left -= Utf8.size(result);
		this.full = this.left < 0;
		return this.full ? overLimit() : BatchAnswer.Result.of(result);
	}

	private BatchAnswer.Result overLimit() {
		this.failed.count(FailureReason.TOO_LARGE);
		return BatchAnswer.Result.of(this.tooLarge);
	}

}
