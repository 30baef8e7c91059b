using DynamoGen.Telemetry;

namespace OpenTelemetry.Metrics;

/// <summary>Adds DynamoGen's metrics to a meter provider.</summary>
public static class DynamoGenMeterProviderBuilderExtensions
{
    /// <summary>
    /// Collects the metrics of access patterns: durations in seconds, consumed capacity in units, rows, retries, throttled requests, item sizes in bytes and
    /// more. The tags have names from code and lists of DynamoDB's, never data.
    /// </summary>
    /// <param name="builder">What is added to.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>It adds the meter <see cref="DynamoGenTelemetry.Name"/>, and no more: <c>AddMeter</c> does the same without this package.</remarks>
    public static MeterProviderBuilder AddDynamoGenInstrumentation(this MeterProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddMeter(DynamoGenTelemetry.Name);
    }
}
