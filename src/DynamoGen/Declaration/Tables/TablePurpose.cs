namespace DynamoGen;

/// <summary>What a table is for. It changes nothing in DynamoDB: the build holds the table's declaration and its access patterns against it.</summary>
public enum TablePurpose
{
    /// <summary>Nothing is said, and nothing is held against it.</summary>
    Unspecified,

    /// <summary>The application's own data: it must be recoverable, and whoever analyses it reads elsewhere (DG1031, DG1032).</summary>
    Transactional,

    /// <summary>A copy to be read in bulk.</summary>
    Analytics,

    /// <summary>What can be made again at any time: its items must expire (DG1030).</summary>
    Cache,
}
