/**
 * The simulation: a fleet of instances behind a balancer, with admission as built and the
 * autoscaler of Kubernetes, in virtual time, and its calibration by real instances.
 */
@NullMarked
package dev.couplet.simulation;

import org.jspecify.annotations.NullMarked;
