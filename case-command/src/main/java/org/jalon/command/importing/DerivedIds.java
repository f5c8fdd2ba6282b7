package org.jalon.command.importing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jalon.kernel.LedgerId;

/**
 * Command ids that follow from what a line says, so that importing twice records nothing twice:
 * HMAC-SHA256 under the installation's import key over the kind and the parts of the natural key,
 * each with its length. Safe for several threads.
 */
public final class DerivedIds implements Pseudonyms {
  private final ImportKey key;

  public DerivedIds(ImportKey key) {
    this.key = key;
  }

  /**
   * The id of a command.
   *
   * @param kind what is recorded, such as {@code xes:open}; another kind gives another id
   * @param naturalKey order matters; nothing that moves when lines are inserted
   * @return a UUID of version 8 (RFC 9562), 122 bits of the HMAC
   */
  public UUID id(String kind, List<String> naturalKey) {
    var hmac = ByteBuffer.wrap(hmac("id", kind, naturalKey));
    long high = hmac.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L;
    long low = hmac.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** The id of a command about a trace as a whole. */
  public UUID id(String kind, String programme, XesTrace trace) {
    return id(kind, List.of(programme, trace.name()));
  }

  /**
   * The id of the command of one event: by its instance, or else by name, resource and time; and
   * ordinal among equals.
   */
  public UUID id(String kind, String programme, XesTrace trace, XesRecord event) {
    var ordinal = Integer.toString(event.ordinal());
    return id(
        kind,
        event
            .instance()
            .map(instance -> List.of(programme, trace.name(), "instance", instance, ordinal))
            .orElseGet(
                () ->
                    List.of(
                        programme,
                        trace.name(),
                        "event",
                        present(event.name()),
                        present(event.resource()),
                        event.timestamp().toInstant().toString(),
                        ordinal)));
  }

  /**
   * The id of a command about a workforce line: by professional, team, profession and first day.
   */
  public UUID id(String kind, WorkforceLine line) {
    return id(
        kind,
        List.of(
            present(line.professional()),
            line.team(),
            line.profession(),
            line.from().toString(),
            Integer.toString(line.ordinal())));
  }

  /**
   * 32 letters, 128 bits of the HMAC: no digits, so that it never looks like a number of somebody.
   */
  @Override
  public String of(String kind, String number) {
    var letters = new StringBuilder();
    var hmac = hmac("pseudonym", kind, List.of(number));
    for (int i = 0; i < 16; i++) {
      letters.append((char) ('a' + (hmac[i] >> 4 & 15))).append((char) ('a' + (hmac[i] & 15)));
    }
    return letters.toString();
  }

  /** What the key is known by beside a ledger: 64 hexadecimal digits that tell nothing of it. */
  public String mark(LedgerId ledger) {
    return HexFormat.of().formatHex(hmac("mark", "ledger", List.of(ledger.value())));
  }

  private byte[] hmac(String purpose, String kind, List<String> parts) {
    var mac = key.hmac();
    Stream.concat(Stream.of("jalon-import-1", purpose, kind), parts.stream())
        .map(part -> part.getBytes(StandardCharsets.UTF_8))
        .forEach(
            part -> {
              mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
              mac.update(part);
            });
    return mac.doFinal();
  }

  private static String present(Optional<String> value) {
    return value.map(it -> "=" + it).orElse("absent");
  }
}
