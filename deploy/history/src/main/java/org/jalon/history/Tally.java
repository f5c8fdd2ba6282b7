package org.jalon.history;

/**
 * How many appends came to what.
 *
 * @param unknownStanding of those whose outcome was unknown
 * @param rejectedForNothing of those rejected: nothing that stands was in their way
 */
public record Tally(
    long acknowledged,
    long rejected,
    long failed,
    long unknown,
    long unknownStanding,
    long rejectedForNothing,
    long sourced,
    long events) {}
