namespace DynamoGen.Streams.Consumers;

/// <summary>The names of the attributes that a consumer's metrics carry, and their values.</summary>
internal static class StreamAttributes
{
    public const string Stream = "dynamogen.stream.arn";
    public const string Shard = "dynamogen.stream.shard_id";
    public const string Handler = "dynamogen.stream.handler";
    public const string Move = "dynamogen.stream.lease_move";
    public const string Operation = "dynamogen.stream.operation";

    /// <summary>A lease without an owner was taken.</summary>
    public const string Taken = "taken";

    /// <summary>A lease was taken whose owner is gone.</summary>
    public const string TakenOver = "taken_over";

    /// <summary>A lease was given to the worker that asked for it.</summary>
    public const string HandedOver = "handed_over";

    /// <summary>A lease was given back.</summary>
    public const string Released = "released";

    /// <summary>A shard was handled to its end.</summary>
    public const string Ended = "ended";

    /// <summary>A lease could not be renewed in time, or another worker has it.</summary>
    public const string Lost = "lost";
}
