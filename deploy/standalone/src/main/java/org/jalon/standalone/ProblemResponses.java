package org.jalon.standalone;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.jalon.kernel.edge.Problem;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says of every operation that it answers a problem document when it cannot do what is asked. */
final class ProblemResponses implements OpenApiCustomizer {

  @Override
  public void customise(OpenAPI api) {
    ModelConverters.getInstance(true)
        .readAll(Problem.class)
        .forEach(api.getComponents()::addSchemas);
    var problem =
        new ApiResponse()
            .description("What is wrong, all of it")
            .content(
                new Content()
                    .addMediaType(
                        Problem.MEDIA_TYPE,
                        new MediaType()
                            .schema(new Schema<Problem>().$ref("#/components/schemas/Problem"))));
    api.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .forEach(operation -> operation.getResponses().addApiResponse("default", problem));
  }
}
