namespace DynamoGen.Migrations.Estimates;

/// <summary>
/// An old item, and the new one that the migration would write; or all those of a group, where one item stands for several. It shows values, as its user
/// asked for.
/// </summary>
/// <param name="Old">The old item, or those of the group: DynamoDB's JSON of each attribute, such as <c>{"S":"text"}</c>.</param>
public sealed record MigratedSample(IReadOnlyList<IReadOnlyDictionary<string, string>> Old)
{
    /// <summary>The new items in the same form; none where it cannot be copied.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> New { get; init; } = [];

    /// <summary>Why it cannot be copied: the exception's type, with its message only where that is known to hold no value. Null where it can.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether another sampled one gives the same new key: only one of them would be left.</summary>
    public bool Collides { get; init; }
}
