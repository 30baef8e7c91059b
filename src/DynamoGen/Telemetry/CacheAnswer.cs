namespace DynamoGen.Telemetry;

/// <summary>What became of a cached read.</summary>
internal enum CacheAnswer
{
    /// <summary>The cache answered it.</summary>
    Hit,

    /// <summary>DynamoDB was asked.</summary>
    Miss,

    /// <summary>A state of the item that may be older than another was not returned or not kept.</summary>
    StaleRefused,
}
