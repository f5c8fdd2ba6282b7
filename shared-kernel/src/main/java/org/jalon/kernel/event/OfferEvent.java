package org.jalon.kernel.event;

/** A fact of what is offered: programmes and norms. */
public sealed interface OfferEvent extends Event permits ProgrammeDefined, NormAdopted {}
