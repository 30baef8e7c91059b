using System.Collections.Concurrent;
using Amazon.Runtime;
using DynamoGen.Streams.Sinks.Services;
using DynamoGen.Streams.Sinks.Topics;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Errors;
using DynamoGen.Tests.Transport;

namespace DynamoGen.Streams.Tests.Sinks;

/// <summary>A server of PublishBatch on the loopback address that takes every entry, but for the answers that a test puts before.</summary>
internal sealed class ScriptedSns : IAsyncDisposable
{
    public const string Standard = "arn:aws:sns:eu-west-1:111122223333:orders";
    public const string Fifo = Standard + ".fifo";

    private readonly ConcurrentQueue<CannedResponse> _next = new();
    private readonly CannedServer _server;

    public ScriptedSns() => _server = new CannedServer(request =>
        _next.TryDequeue(out var next) ? next : CannedResponse.Of(200, SnsAnswer.Of(SentForm.Of(request, "Id"))));

    public InstantTime Time { get; } = new();

    public IReadOnlyList<CannedRequest> Requests => _server.Requests;

    /// <summary>The texts of each request in turn.</summary>
    public string[][] Sent => [.. Requests.Select(request => SentForm.Of(request, "Message"))];

    public void Answer(params CannedResponse[] responses) => Array.ForEach(responses, _next.Enqueue);

    public SnsSink Connect(
        string topicArn = Standard,
        Func<string, StreamChange, TopicMessage?>? make = null,
        Func<TopicMessage, StreamChange, CancellationToken, ValueTask<TopicMessage>>? whenTooLarge = null,
        AWSCredentials? credentials = null,
        DynamoGenTelemetry? telemetry = null) => new(
            topicArn,
            Changes.Map(make ?? (static (status, _) => new TopicMessage(status))),
            new SinkOptions<TopicMessage>
            {
                ServiceUrl = _server.Url,
                Credentials = credentials ?? new BasicAWSCredentials("access", "secret"),
                WhenTooLarge = whenTooLarge,
                Telemetry = telemetry,
                TimeProvider = Time,
            });

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
