package org.jalon.kernel.command;

/** An intent about what is offered: programmes and norms. */
public sealed interface OfferCommand extends Command permits AdoptNorm {}
