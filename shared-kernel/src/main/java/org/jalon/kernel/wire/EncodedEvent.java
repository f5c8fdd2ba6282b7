package org.jalon.kernel.wire;

import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored: what everybody may read and what is sealed.
 *
 * @param name stored name and version
 * @param clear JSON without free text
 * @param sealed JSON list of boxes; absent when there is no free text
 */
public record EncodedEvent(EventName name, byte[] clear, byte @Nullable [] sealed) {}
