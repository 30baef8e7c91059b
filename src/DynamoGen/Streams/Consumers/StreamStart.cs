namespace DynamoGen.Streams.Consumers;

/// <summary>Where a consumer without leases begins.</summary>
public enum StreamStart
{
    /// <summary>At the oldest change that is left, up to 24 hours ago.</summary>
    TrimHorizon,

    /// <summary>At the changes that are made from now on.</summary>
    Latest,
}
