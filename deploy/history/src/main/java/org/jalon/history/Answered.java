package org.jalon.history;

/**
 * An append and what became of it, with the moments between which that happened, in nanoseconds of
 * one clock for all processes.
 */
public record Answered(Append append, long invokedAt, long returnedAt, Outcome outcome) {}
