using DynamoGen.Streams.Consumers;
using DynamoGen.Streams.Processing;

namespace DynamoGen.Hosting;

/// <summary>How a handler is fed from the stream of its table.</summary>
public sealed class StreamHandlerOptions
{
    /// <summary>How the stream is read, and how its shards are shared with other workers.</summary>
    public StreamConsumerOptions Consumer { get; } = new();

    /// <summary>How the records of a shard are handled.</summary>
    public StreamProcessingOptions Processing { get; } = new();

    /// <summary>
    /// Whether a <see cref="Streams.Fences.StreamFence"/> keeps what has been handled, so that what comes again is skipped. It can be given as
    /// <see cref="StreamProcessingOptions.Fence"/> instead, not besides. Default false.
    /// </summary>
    public bool UsesFence { get; set; }

    /// <summary>
    /// Whether records that cannot be handled go to a <see cref="Streams.Failures.FailedRecordTable"/>; without it, and without
    /// <see cref="StreamProcessingOptions.FailedRecords"/>, such a record is tried on, and holds up those of its item. Default false.
    /// </summary>
    public bool KeepsFailedRecords { get; set; }

    /// <summary>The table of the leases, before any prefix. Default <c>stream-leases</c>.</summary>
    public string LeaseTableName { get; set; } = "stream-leases";

    /// <summary>
    /// Whether the tables of leases, fences and failed records are created when the consumer starts. Default false: in production, tables belong to
    /// infrastructure code.
    /// </summary>
    public bool CreatesTables { get; set; }

    /// <summary>Whether the handler itself has fences in the table of them.</summary>
    internal bool HasOwnFence { get; set; }

    /// <summary>Whether there must be a table of fences: for <see cref="UsesFence"/>, or for those of the handler itself.</summary>
    public bool NeedsFenceTable => UsesFence || HasOwnFence;

    /// <summary>Checks that the options fit each other.</summary>
    /// <exception cref="ArgumentException">They do not.</exception>
    internal void Validate()
    {
        Consumer.Validate();
        Processing.Validate();
        ArgumentException.ThrowIfNullOrWhiteSpace(LeaseTableName);
        Require(!UsesFence || Processing.Fence is null, nameof(UsesFence), "stands for a fence of its own: give no Fence besides");
        Require(
            !KeepsFailedRecords || Processing.FailedRecords is null, nameof(KeepsFailedRecords),
            "stands for a table of its own: give no FailedRecords besides");
    }

    private static void Require(bool holds, string name, string rule)
    {
        if (!holds)
        {
            throw new ArgumentException($"{name} {rule}.", name);
        }
    }
}
