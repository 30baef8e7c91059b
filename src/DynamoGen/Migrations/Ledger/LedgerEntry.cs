using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Groups;

namespace DynamoGen.Migrations.Ledger;

/// <summary>
/// An item that was written, or could not be copied, and that its counterpart is not known to follow: an old one, or a new one in the ledger of the way back.
/// </summary>
/// <param name="Id">Where the entry stands.</param>
/// <param name="Source">The item's key; of a group, that of the one item.</param>
internal sealed record LedgerEntry(LedgerKey Id, Dictionary<string, AttributeValue> Source)
{
    /// <summary>The entry of a group.</summary>
    /// <param name="ledger">Whose ledger it is.</param>
    /// <param name="group">The group.</param>
    public static LedgerEntry Of(string ledger, ItemGroup group) =>
        new(LedgerKey.Of(ledger, group.Key), group.KeyAttributes(ledger)) { Condition = group.Condition };

    /// <summary>The key of the item that follows, where whoever wrote the entry knew it.</summary>
    public Dictionary<string, AttributeValue>? Target { get; init; }

    /// <summary>The key condition that finds the several items of a group; null where one item stands for one.</summary>
    public string? Condition { get; init; }

    /// <summary>Another one with every write of the item, so that nobody can take an entry for one that took its place.</summary>
    public long Mark { get; init; }

    /// <summary>Why the item cannot be copied; null where nobody tried, or nothing stands in the way.</summary>
    public string? Reason { get; init; }

    /// <summary>When that was first found; null where it was not kept.</summary>
    public DateTimeOffset? FailedAt { get; init; }
}
