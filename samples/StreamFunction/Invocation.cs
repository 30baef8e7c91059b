namespace OrderFunction;

/// <summary>An invocation that AWS Lambda asks for.</summary>
/// <param name="RequestId">What the answer is sent under.</param>
/// <param name="Deadline">When AWS Lambda stops the instance.</param>
/// <param name="Event">The event.</param>
internal sealed record Invocation(string RequestId, DateTimeOffset Deadline, Stream Event);
