package org.jalon.kernel.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Excerpt;
import org.jalon.kernel.Fte;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.Identifier;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.InvalidValue;
import org.jalon.kernel.Label;
import org.jalon.kernel.Minutes;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.Term;
import org.jalon.kernel.TerritoryId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The one-field values as plain JSON: ids, labels and days as text, amounts as numbers. */
public final class ValueModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  /** The module with every value of the published language. */
  public ValueModule() {
    super("jalon-values");
    addSerializer(new AsText<>(Identifier.class, Identifier::value));
    addSerializer(new AsText<>(Label.class, Label::value));
    addSerializer(new AsText<>(Term.class, Term::value));
    addSerializer(new AsText<>(EffectiveDay.class, EffectiveDay::toString));
    addSerializer(new AsNumber<>(Fte.class, Fte::value));
    addSerializer(new AsNumber<>(Minutes.class, minutes -> BigDecimal.valueOf(minutes.value())));
    text(CaseId.class, CaseId::new);
    text(HouseholdId.class, HouseholdId::new);
    text(ProgrammeId.class, ProgrammeId::new);
    text(ProfessionalId.class, ProfessionalId::new);
    text(ProfessionId.class, ProfessionId::new);
    text(PostId.class, PostId::new);
    text(TeamId.class, TeamId::new);
    text(TerritoryId.class, TerritoryId::new);
    text(ObjectiveId.class, ObjectiveId::new);
    text(InterventionId.class, InterventionId::new);
    text(ActorId.class, ActorId::new);
    text(Label.class, Label::new);
    text(Term.class, Term::new);
    text(EffectiveDay.class, ValueModule::day);
    number(Fte.class, Fte::new);
    number(Minutes.class, ValueModule::minutes);
  }

  private <T> void text(Class<T> type, Function<String, T> read) {
    addDeserializer(type, new FromText<>(type, read));
  }

  private <T> void number(Class<T> type, Function<BigDecimal, T> read) {
    addDeserializer(type, new FromNumber<>(type, read));
  }

  private static EffectiveDay day(String text) {
    try {
      return new EffectiveDay(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new InvalidValue(
          "DATE_MALFORMED", "'%s' is not a day such as 2026-03-01".formatted(Excerpt.of(text)));
    }
  }

  private static Minutes minutes(BigDecimal value) {
    boolean small = (long) value.precision() - value.scale() < 8;
    boolean whole = small && value.stripTrailingZeros().scale() <= 0;
    if (!whole) {
      throw new InvalidValue(
          "MINUTES_OUT_OF_RANGE", "minutes are a whole number from 1 to " + Minutes.MOST);
    }
    return new Minutes(value.intValueExact());
  }

  private static final class AsText<T> extends StdSerializer<T> {
    private final Function<T, String> text;

    AsText(Class<T> type, Function<T, String> text) {
      super(type);
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
      out.writeString(text.apply(value));
    }
  }

  private static final class AsNumber<T> extends StdSerializer<T> {
    private final Function<T, BigDecimal> number;

    AsNumber(Class<T> type, Function<T, BigDecimal> number) {
      super(type);
      this.number = number;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializationContext context) {
      out.writeNumber(number.apply(value));
    }
  }

  private static final class FromText<T> extends StdDeserializer<T> {
    private final Function<String, T> read;

    FromText(Class<T> type, Function<String, T> read) {
      super(type);
      this.read = read;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken() != JsonToken.VALUE_STRING) {
        return (T) context.handleUnexpectedToken(handledType(), in);
      }
      return read.apply(in.getString());
    }
  }

  private static final class FromNumber<T> extends StdDeserializer<T> {
    private final Function<BigDecimal, T> read;

    FromNumber(Class<T> type, Function<BigDecimal, T> read) {
      super(type);
      this.read = read;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser in, DeserializationContext context) {
      if (!in.currentToken().isNumeric()) {
        return (T) context.handleUnexpectedToken(handledType(), in);
      }
      return read.apply(in.getDecimalValue());
    }
  }
}
