package org.jalon.command.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One post of a workforce file, filled or vacant.
 *
 * @param line from 1, where the record begins
 * @param professional nobody: the post is vacant
 * @param fte more than 0, at most 1, without trailing zeros
 * @param from first day, not before 1900
 * @param to last day included, not before {@code from}; none: open end
 * @param ordinal from 0 among vacant posts of the same team, profession and first day; 0 for a
 *     filled one
 */
public record WorkforceLine(
    long line,
    Optional<String> professional,
    String profession,
    String team,
    String territory,
    BigDecimal fte,
    LocalDate from,
    Optional<LocalDate> to,
    int ordinal) {}
