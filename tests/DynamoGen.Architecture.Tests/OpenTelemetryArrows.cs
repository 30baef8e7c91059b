namespace DynamoGen.Architecture.Tests;

/// <summary>The package that adds telemetry to OpenTelemetry's providers.</summary>
internal static class OpenTelemetryArrows
{
    public static Arrows Table { get; } = new("DynamoGen.OpenTelemetry", (".", []));
}
