namespace DynamoGen.WriteBack;

/// <summary>How many of the older items that reads meet are written back in the current version.</summary>
public sealed class WriteBackOptions
{
    /// <summary>The share of the older items that are written back, each time that one is read: from 0, for none, to 1. Default 0.01.</summary>
    public double Share { get; set; } = 0.01;

    /// <summary>The most items of the entity that this process writes back in a second. Default 10, above 0.</summary>
    public double MaxPerSecond { get; set; } = 10;

    /// <summary>The most items that wait to be written back; further ones are left as they are until they are read again. Default 100, at least 1.</summary>
    public int MaxPending { get; set; } = 100;

    /// <exception cref="ArgumentException">An option means nothing.</exception>
    internal void Validate()
    {
        var problem = Share is not (>= 0 and <= 1) ? $"{nameof(Share)} must be from 0 to 1."
            : MaxPerSecond is not (> 0 and <= 1_000_000) ? $"{nameof(MaxPerSecond)} must be above 0, and 1,000,000 at most."
            : MaxPending < 1 ? $"{nameof(MaxPending)} must be at least 1."
            : null;
        if (problem is not null)
        {
            throw new ArgumentException(problem);
        }
    }
}
