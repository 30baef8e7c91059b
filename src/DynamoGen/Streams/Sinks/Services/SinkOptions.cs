using Amazon.Runtime;
using DynamoGen.Telemetry;

namespace DynamoGen.Streams.Sinks.Services;

/// <summary>How a sink calls its service.</summary>
/// <typeparam name="TEvent">What it sends.</typeparam>
public sealed class SinkOptions<TEvent>
    where TEvent : class
{
    /// <summary>256 KiB, which both services take.</summary>
    private const int DefaultBytes = 262_144;

    /// <summary>
    /// The region, such as <c>eu-west-1</c>; null for that of the destination's ARN, or where that is a name, of the SDK's configuration.
    /// </summary>
    public string? Region { get; init; }

    /// <summary>
    /// The URL of the service; null for what <c>AWS_ENDPOINT_URL_SNS</c>, <c>AWS_ENDPOINT_URL_EVENTBRIDGE</c>, <c>AWS_ENDPOINT_URL</c> or the shared
    /// configuration say, or else the region's host.
    /// </summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The credentials; null for the SDK's default chain.</summary>
    public AWSCredentials? Credentials { get; init; }

    /// <summary>Sets timeouts, retries, the proxy, FIPS or dual stack.</summary>
    public Action<ClientConfig>? Configure { get; init; }

    /// <summary>
    /// The most bytes of a request, as the service counts them: 262,144 (256 KiB) by default. Raise it only where the topic's <c>MaximumMessageSize</c>, or the
    /// quota of the event buses, is more.
    /// </summary>
    public int MaxRequestBytes { get; init; } = DefaultBytes;

    /// <summary>
    /// Makes a smaller event of one that is larger than <see cref="MaxRequestBytes"/>, for example by storing it in S3 and sending where it is. It is called
    /// again when the change is delivered again, so that it must come to the same. Null fails the change with <see cref="EventTooLargeException"/>.
    /// </summary>
    public Func<TEvent, StreamChange, CancellationToken, ValueTask<TEvent>>? WhenTooLarge { get; init; }

    /// <summary>Counts the changes that were delivered and those that were not; may be null.</summary>
    public DynamoGenTelemetry? Telemetry { get; init; }

    /// <summary>The clock of signatures and pauses; null for the system's.</summary>
    public TimeProvider? TimeProvider { get; init; }
}
