package org.jalon.kernel.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a command or one of its fields means, for the catalogue that people read. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Meaning {

  /** One sentence or phrase. */
  String value();

  /** Whether leaving the field out is refused by a rule although its type admits it. */
  boolean required() default false;
}
