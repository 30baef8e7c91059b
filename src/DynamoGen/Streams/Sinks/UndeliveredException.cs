namespace DynamoGen.Streams.Sinks;

/// <summary>A sink did not deliver a change. The cause says why.</summary>
/// <param name="reason">What the sink said of the change.</param>
public sealed class UndeliveredException(Exception reason)
    : DynamoGenException($"The change was not delivered: {reason?.GetType().Name}.", reason);
