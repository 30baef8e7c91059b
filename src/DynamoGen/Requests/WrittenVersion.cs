namespace DynamoGen.Requests;

/// <summary>Tells the version in whose form a write's entity is written.</summary>
internal static class WrittenVersion
{
    public static int Of<TRequest>()
        where TRequest : struct, IWriteRequest => TRequest.WriteAs > 0 ? TRequest.WriteAs : TRequest.Version;
}
