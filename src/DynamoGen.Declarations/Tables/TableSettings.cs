using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Tables;

/// <summary>What a table is for, and how AWS keeps it.</summary>
internal sealed record TableSettings
{
    public TablePurpose Purpose { get; init; }

    public bool IsInfrequentlyAccessed { get; init; }

    public TableEncryption Encryption { get; init; }

    /// <summary>The customer's key, or null.</summary>
    public string? EncryptionKey { get; init; }

    /// <summary>Of how many days the table can be restored; 0 for none.</summary>
    public int RecoveryPeriodInDays { get; init; }

    public bool DeletionProtection { get; init; }

    public bool IsStronglyConsistent { get; init; }

    /// <summary>The regions, in the order in which they are declared.</summary>
    public EquatableArray<ReplicaModel> Replicas { get; init; } = new([]);

    /// <summary>Which of them write the items.</summary>
    public RegionWritesModel Writes { get; init; } = new(RegionWriteMode.AnyRegion);

    /// <summary>The traffic at the peak; null where none is declared.</summary>
    public TrafficModel? Traffic { get; init; }

    public EquatableArray<TagModel> Tags { get; init; } = new([]);

    public EquatableArray<VectorIndexModel> VectorIndexes { get; init; } = new([]);
}

/// <summary>One of the regions of a table.</summary>
internal sealed record ReplicaModel(string Region, bool IsWitness);

/// <summary>Capacity units a second at the peak.</summary>
internal sealed record TrafficModel(int ReadsPerSecond, int WritesPerSecond);

/// <summary>A tag of a table.</summary>
internal sealed record TagModel(string Key, string Value);

/// <summary>A vector index of a table.</summary>
internal sealed record VectorIndexModel(string Name, string Attribute, int Dimensions, VectorDistance Distance);

/// <summary>What a table is for: the members of <c>DynamoGen.TablePurpose</c> by number.</summary>
internal enum TablePurpose
{
    Unspecified,
    Transactional,
    Analytics,
    Cache,
}

/// <summary>By whose key a table is encrypted: the members of <c>DynamoGen.TableEncryption</c> by number.</summary>
internal enum TableEncryption
{
    DynamoDBOwnedKey,
    AwsManagedKey,
    CustomerManagedKey,
}

/// <summary>How near two vectors are: the members of <c>DynamoGen.VectorDistance</c> by number.</summary>
internal enum VectorDistance
{
    Cosine,
    DotProduct,
    Euclidean,
}
