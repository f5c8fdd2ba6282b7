package org.jalon.query.http;

import java.util.List;
import org.jalon.query.caselist.ListedCase;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of cases.
 *
 * @param total of all cases that the filter admits
 * @param after cursor to ask for the next page with; absent on the last one
 * @param position of the ledger that the answer rests on
 */
record CaseListBody(List<ListedCase> rows, long total, @Nullable String after, String position) {}
