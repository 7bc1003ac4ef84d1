package dev.couplet.simulation;

import java.util.List;
import java.util.Optional;

/**
 * What callers do, and how instances behave, for all policies alike.
 *
 * @param trace the rates
 * @param mix the kinds of requests with their shares
 * @param start from the start of a process until it is ready, in seconds
 * @param seed the seed of the arrivals
 */
record Scenario(Trace trace, List<Arrivals.Share> mix, double start, long seed) {

	/** After the end of the trace, so that all requests have ended. */
	private static final double TAIL = 30;

	/**
	 * Simulates a policy.
	 * @param policy the policy
	 * @return what happened
	 */
	Outcome run(Policy policy) {
		Timeline timeline = new Timeline();
		Fleet fleet = new Fleet(timeline, new PodTimes(policy.nodeSeconds(), this.start), policy);
		Balancer balancer = new Balancer(policy.balancing());
		Outcome outcome = new Outcome(policy, this.trace);
		new Arrivals(this.trace, this.mix, this.seed).start(timeline, (arrival) -> {
			Reply reply = outcome.arrived(timeline, arrival);
			Optional<Instance> instance = balancer.choose(fleet.ready());
			instance.ifPresentOrElse((chosen) -> chosen.accept(arrival.kind(), arrival.work(), reply),
					() -> reply.ended(false));
		});
		if (!policy.metrics().isEmpty()) {
			Autoscaler autoscaler = new Autoscaler(policy);
			timeline.every(Autoscaler.SYNC_PERIOD, Autoscaler.SYNC_PERIOD,
					() -> fleet.scaleTo(autoscaler.sync(timeline.now(), fleet.replicas(), fleet::group)));
		}
		timeline.every(0, Outcome.SAMPLE_PERIOD, () -> outcome.sample(fleet.ready().size()));
		timeline.runUntil(this.trace.seconds());
		outcome.paid(fleet.podSeconds());
		timeline.runUntil(this.trace.seconds() + TAIL);
		return outcome;
	}

}
