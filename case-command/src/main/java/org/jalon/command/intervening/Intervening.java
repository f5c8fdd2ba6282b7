package org.jalon.command.intervening;

import org.jalon.command.state.CaseLife;

/** When the case was open, and whether the intervention's id is taken. */
record Intervening(CaseLife life, boolean idTaken) {}
