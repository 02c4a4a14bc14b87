/**
 * How a rule book comes about: draft, checks, preview, submission by one admin, approval by
 * another.
 *
 * <p>Promise: nothing is published that two people have not seen; what a draft would change can be
 * seen before. Refuses: drafts with faults, drafts made from a book that is no longer the newest,
 * and the same person twice.
 */
@NullMarked
package cn.trustregistry.rulemaking;

import org.jspecify.annotations.NullMarked;
