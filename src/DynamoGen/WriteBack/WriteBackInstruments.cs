using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DynamoGen.WriteBack;

/// <summary>Counts what became of the older items that were to be written back.</summary>
/// <param name="meter">The meter of DynamoGen.</param>
internal sealed class WriteBackInstruments(Meter meter)
{
    private readonly Counter<long> _items = meter.CreateCounter<long>(
        "dynamogen.item.write_backs", "{item}", "Items of older versions that were to be written back in the current one, by what became of it.");

    public void Count(UpcastSchema schema, WriteBackOutcome outcome) => _items.Add(1, new TagList
    {
        { "dynamogen.entity", schema.Entity },
        { "dynamogen.version.to", schema.Version },
        { "dynamogen.outcome", NameOf(outcome) },
    });

    private static string NameOf(WriteBackOutcome outcome) => outcome switch
    {
        WriteBackOutcome.Written => "written",
        WriteBackOutcome.Changed => "changed",
        WriteBackOutcome.Failed => "failed",
        WriteBackOutcome.Dropped => "dropped",
        WriteBackOutcome.Unfit => "unfit",
        _ => throw new UnreachableException($"An item that is {outcome} has no name."),
    };
}

/// <summary>What became of an item that was to be written back.</summary>
internal enum WriteBackOutcome
{
    /// <summary>It is of the current version.</summary>
    Written,

    /// <summary>It was written, deleted or expired since it was read, and is left as it is.</summary>
    Changed,

    /// <summary>It cannot be read, or the write was refused.</summary>
    Failed,

    /// <summary>Too many were waiting.</summary>
    Dropped,

    /// <summary>Its key or a unique value has another form in the current version, or it has more attributes than one condition can compare.</summary>
    Unfit,
}
