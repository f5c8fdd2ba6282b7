package org.jalon.command.wiring;

import java.util.List;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Right;
import org.jalon.command.decision.Rule;

/**
 * One kind of command: who may ask for it and what decides it.
 *
 * @param name public name
 * @param type the record that carries it
 * @param right what the actor needs
 * @param rules what it can be refused for
 */
public record CommandKind<C>(
    String name, Class<C> type, Decider<C, ?> decider, Right right, List<Rule> rules) {}
