package org.jalon.history;

import java.util.List;

/**
 * What an event says, as far as conditions care.
 *
 * @param tags in ascending order, each once
 */
public record Event(int type, List<Integer> tags) {}
