using System.ComponentModel;

namespace DynamoGen.Uniqueness;

/// <summary>What a write makes of one unique value of its item.</summary>
/// <param name="Constraint">The template of its <see cref="UniqueAttribute"/>.</param>
/// <param name="Before">The key of the marker that the item has, or null for none.</param>
/// <param name="After">The key of the marker that it shall have, or null for none.</param>
/// <param name="Expiry">The epoch second in which the item expires after the write, or null for never.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct UniqueChange(string Constraint, string? Before, string? After, long? Expiry = null)
{
    /// <summary>What changes between two states of one item; nothing where a value and its expiry stay as they are.</summary>
    /// <param name="before">The unique values that it has, or null where there is no item.</param>
    /// <param name="after">Those that it shall have, in the same order, or null where it is deleted.</param>
    public static UniqueChange[] Between(UniqueValue[]? before, UniqueValue[]? after)
    {
        var changes = new List<UniqueChange>();
        for (var i = 0; i < (before ?? after ?? []).Length; i++)
        {
            var (old, next) = (before?[i], after?[i]);
            if (old != next && (old?.PartitionKey ?? next?.PartitionKey) is not null)
            {
                changes.Add(new UniqueChange((next ?? old)!.Value.Constraint, old?.PartitionKey, next?.PartitionKey, next?.Expiry));
            }
        }

        return [.. changes];
    }
}
