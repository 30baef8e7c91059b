namespace DynamoGen.Streams.Consumers;

/// <summary>What a consumer does where records were lost.</summary>
public enum TrimmedDataAction
{
    /// <summary>It goes on with the oldest record that is left.</summary>
    GoOn,

    /// <summary>It hands its shards over and ends with a <see cref="Shards.TrimmedDataAccessException"/>; the checkpoint stays where it is.</summary>
    Stop,
}
