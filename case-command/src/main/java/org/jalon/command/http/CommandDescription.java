package org.jalon.command.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jalon.command.wiring.CommandCatalog;
import org.jalon.command.wiring.CommandKind;
import org.jalon.kernel.command.Meaning;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Describes each command at a path of its own, from the catalogue. */
final class CommandDescription implements OpenApiCustomizer {

  private static final String ANY = "/api/commands/{name}";

  @Override
  public void customise(OpenAPI api) {
    PathItem any = api.getPaths().remove(ANY);
    if (any == null) {
      return;
    }
    for (CommandKind<?> kind : CommandCatalog.kinds()) {
      api.getPaths()
          .addPathItem(
              ANY.replace("{name}", kind.name()), new PathItem().post(operation(kind, any)));
    }
  }

  private static Operation operation(CommandKind<?> kind, PathItem any) {
    Operation model = any.getPost();
    return new Operation()
        .operationId(kind.name())
        .tags(model.getTags())
        .summary(kind.type().getAnnotation(Meaning.class).value())
        .description(refusals(kind))
        .parameters(
            model.getParameters().stream().filter(one -> !"path".equals(one.getIn())).toList())
        .requestBody(
            new RequestBody()
                .required(true)
                .content(
                    new Content()
                        .addMediaType("application/json", new MediaType().schema(body(kind)))))
        .responses(model.getResponses());
  }

  private static String refusals(CommandKind<?> kind) {
    return kind.rules().stream()
        .map(rule -> "- `%s`: %s".formatted(rule.name(), rule.meaning()))
        .collect(Collectors.joining("\n", "Can be refused (422) with:\n\n", "\n"));
  }

  private static Schema<?> body(CommandKind<?> kind) {
    var body = new ObjectSchema();
    Arrays.stream(kind.type().getRecordComponents())
        .map(FieldShape::of)
        .forEach(
            field -> {
              body.addProperty(
                  field.name(), FieldSchemas.of(field.javaType()).description(field.meaning()));
              if (field.required()) {
                body.addRequiredItem(field.name());
              }
            });
    body.addProperty(
        "commandId",
        new UUIDSchema().description("repeats of one id record once; generated if absent"));
    body.addProperty(
        "effectiveOn",
        new StringSchema()
            .description(
                "day or instant with offset at which it happened in the world; default now"));
    body.setAdditionalProperties(false);
    return body;
  }
}
