using System.Collections.Concurrent;
using DynamoGen.Streams.Consumers;
using Microsoft.Extensions.Logging;

namespace DynamoGen.Streams.Tests.Consumers;

/// <summary>Keeps what a consumer logs.</summary>
internal sealed class ConsumerLog : ILogger<StreamConsumer>
{
    private readonly ConcurrentQueue<(int Event, LogLevel Level, string Message)> _entries = new();

    /// <summary>The messages of one event with their levels.</summary>
    public IReadOnlyList<(LogLevel Level, string Message)> Of(int eventId) =>
        [.. _entries.Where(entry => entry.Event == eventId).Select(static entry => (entry.Level, entry.Message))];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue((eventId.Id, logLevel, formatter(state, exception)));
}
