package org.jalon.kernel.event;

/** A fact that was recorded and will never change. */
public sealed interface Event permits CaseEvent, WorkforceEvent, OfferEvent {}
