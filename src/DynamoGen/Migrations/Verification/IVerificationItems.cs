namespace DynamoGen.Migrations.Verification;

/// <summary>Reads old and new items to compare them. All reads are of the newest state.</summary>
internal interface IVerificationItems
{
    /// <summary>Reads a page of a segment of one side.</summary>
    ValueTask<HashedPage> ReadAsync(VerificationSide side, int segment, int segments, string? position, CancellationToken cancellationToken);

    /// <summary>Reads an old and a new item as they are at one moment.</summary>
    /// <param name="item">Whose they are. Where the key of the old one is not known, only the new one is read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    ValueTask<HashedPair> ReadPairAsync(HashedItem item, CancellationToken cancellationToken);

    /// <summary>Lets the items follow that are behind, where the one follows the other.</summary>
    Task CatchUpAsync(CancellationToken cancellationToken);
}

/// <summary>The items of one entity of a migration.</summary>
internal enum VerificationSide
{
    /// <summary>The old items, as the new ones that they stand for.</summary>
    Source,

    /// <summary>The new items.</summary>
    Target,
}
