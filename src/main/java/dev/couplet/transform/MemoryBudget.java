package dev.couplet.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * The memory that texts may take, those of all protocols together: as they arrive, while
 * they are worked on, and until their results are sent. It is a share of the heap, and an
 * account of it: nothing is allocated here.
 *
 * <p>
 * Texts that are about to arrive get theirs in the order in which they ask for it. Who is
 * being served gets what a text has grown by before them, because only who is served sets
 * memory free again. What a small text takes is not counted, so that many large ones keep
 * no small one waiting; the number of connections bounds that.
 */
final class MemoryBudget {

	/**
	 * How many times its size a text takes: as bytes and as a string, or as a string of
	 * two bytes a character.
	 */
	private static final int COPIES = 2;

	/**
	 * How many times its size an arriving text has room for, so that it may grow without
	 * asking for more. Else many that have begun to grow at the same time would have to
	 * be refused for want of memory that each of them keeps from the others.
	 */
	private static final int GROWTH = 4;

	// what a text takes beside its characters
	private static final int OBJECTS = 100;

	private static final int SHARE_OF_HEAP = 3;

	private final long most;

	private final long longest;

	private final int mostWaiting;

	// in the order in which they came; guarded by this
	private final Queue<MemoryReservation> line = new ArrayDeque<>();

	// guarded by this
	private long reserved;

	/**
	 * Makes a budget.
	 * @param most bytes, at least 1. A text that would need more by itself gets all of it
	 * @param limit what a text may come to
	 * @param mostWaiting how many texts may wait for memory, at least 1
	 */
	MemoryBudget(long most, SizeLimit limit, int mostWaiting) {
		this.most = most;
		this.longest = limit.bytes();
		this.mostWaiting = mostWaiting;
	}

	/**
	 * What texts may take where the operator does not say.
	 * @return a third of the heap, in bytes
	 */
	static long shareOfHeap() {
		return Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
	}

	long most() {
		return this.most;
	}

	synchronized long reserved() {
		return this.reserved;
	}

	synchronized int waiting() {
		return this.line.size();
	}

	/**
	 * What a text is counted as that is about to arrive.
	 * @param size its bytes
	 * @return bytes
	 */
	long toArrive(long size) {
		return !MemoryReservation.counts(size) ? 0
				: Math.min(need(Math.max(size, Math.min(GROWTH * size, this.longest))), this.most);
	}

	/**
	 * What a text is counted as that is there.
	 * @param length UTF-16 code units
	 * @return bytes
	 */
	static long need(long length) {
		return MemoryReservation.counts(length) ? COPIES * length : 0;
	}

	/**
	 * What a text is counted as that is kept beside others.
	 * @param length UTF-16 code units
	 * @return bytes, also where it is small
	 */
	static long toKeep(long length) {
		return COPIES * length + OBJECTS;
	}

	/**
	 * Changes what a reservation has, at once. What becomes free goes to those who wait.
	 * @param reservation the reservation, which does not wait
	 * @param bytes what it is to have
	 * @return false where there is not as much; nothing has changed then
	 */
	boolean resize(MemoryReservation reservation, long bytes) {
		List<Runnable> granted;
		synchronized (this) {
			long more = bytes - reservation.bytes;
			if (more > 0 && this.reserved + more > this.most) {
				return false;
			}
			this.reserved += more;
			reservation.bytes = bytes;
			granted = grantInTurn();
		}
		granted.forEach(Runnable::run);
		return true;
	}

	/**
	 * Changes what a reservation has as soon as it is its turn.
	 * @param reservation the reservation, which does not wait
	 * @param bytes what it is to have, more than it has
	 * @param granted run where it has to wait, by another thread, when it has as much
	 * @return whether it has as much now
	 * @throws UnavailableException where too many wait
	 */
	synchronized boolean resizeInTurn(MemoryReservation reservation, long bytes, Runnable granted) {
		if (this.line.isEmpty() && resize(reservation, bytes)) {
			return true;
		}
		if (this.line.size() >= this.mostWaiting) {
			throw UnavailableException.overloaded(MemoryReservation.PATIENCE);
		}
		reservation.wanted = bytes;
		reservation.granted = granted;
		this.line.add(reservation);
		return false;
	}

	/**
	 * Has a reservation wait no longer.
	 * @param reservation the reservation
	 * @return false where it did not wait
	 */
	boolean cancel(MemoryReservation reservation) {
		List<Runnable> granted;
		synchronized (this) {
			if (!this.line.remove(reservation)) {
				return false;
			}
			granted = grantInTurn();
		}
		granted.forEach(Runnable::run);
		return true;
	}

	private List<Runnable> grantInTurn() {
		MemoryReservation first = this.line.peek();
		if (first == null) {
			return List.of();
		}
		List<Runnable> granted = new ArrayList<>();
		while (first != null && this.reserved + first.wanted - first.bytes <= this.most) {
			this.line.remove();
			this.reserved += first.wanted - first.bytes;
			first.bytes = first.wanted;
			granted.add(first.granted);
			first = this.line.peek();
		}
		return granted;
	}

}
