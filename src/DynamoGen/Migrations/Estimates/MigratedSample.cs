namespace DynamoGen.Migrations.Estimates;

/// <summary>An old item, and the new one that the migration would write. It shows values, as its user asked for.</summary>
/// <param name="Old">The old item: DynamoDB's JSON of each attribute, such as <c>{"S":"text"}</c>.</param>
public sealed record MigratedSample(IReadOnlyDictionary<string, string> Old)
{
    /// <summary>The new item in the same form; null where the old one cannot be copied.</summary>
    public IReadOnlyDictionary<string, string>? New { get; init; }

    /// <summary>Why it cannot be copied: the exception's type, with its message only where that is known to hold no value. Null where it can.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether another sampled old item gives the same new key: only one of them would be left.</summary>
    public bool Collides { get; init; }
}
