namespace DynamoGen.Regions;

/// <summary>Another failover of the same table came first. Nothing was changed; look at the status before trying again.</summary>
public sealed class FailoverConflictException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="table">The table's declared name.</param>
    /// <param name="region">The region that was to write it.</param>
    public FailoverConflictException(string table, string region)
        : base($"Another failover of the table '{table}' has come before this one to {region}; look at the status and decide again.") =>
        (Table, Region) = (table, region);

    /// <summary>The table's declared name.</summary>
    public string Table { get; }

    /// <summary>The system name of the region that was to write it.</summary>
    public string Region { get; }
}
