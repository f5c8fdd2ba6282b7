package org.jalon.query.caselist;

import java.time.LocalDate;

/** The place of a case in the list: by opening day, then by id. */
public record ListPlace(LocalDate openedOn, String caseId) {}
