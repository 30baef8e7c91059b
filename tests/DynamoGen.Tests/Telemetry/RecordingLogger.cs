using DynamoGen.Telemetry;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Tests.Telemetry;

/// <summary>Keeps what is logged at a level or above it.</summary>
internal sealed class RecordingLogger(LogLevel lowest) : ILogger<DynamoGenTelemetry>
{
    public List<(LogLevel Level, string Message)> Entries { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= lowest;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Entries.Add((logLevel, formatter(state, exception)));
}
