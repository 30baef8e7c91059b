using DynamoGen.Telemetry;

namespace OpenTelemetry.Trace;

/// <summary>Adds DynamoGen's spans to a tracer provider.</summary>
public static class DynamoGenTracerProviderBuilderExtensions
{
    /// <summary>
    /// Collects a span for each call of an access pattern, and below it one for each request and each attempt that failed. No key and no attribute value is
    /// in them.
    /// </summary>
    /// <param name="builder">What is added to.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>It adds the activity source <see cref="DynamoGenTelemetry.Name"/>, and no more: <c>AddSource</c> does the same without this package.</remarks>
    public static TracerProviderBuilder AddDynamoGenInstrumentation(this TracerProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddSource(DynamoGenTelemetry.Name);
    }
}
