using DynamoGen.Serialization;

namespace DynamoGen.Requests;

/// <summary>Writes the parts of requests that hold what the caller gave. An error names the entity, and the key attribute or the value.</summary>
internal static class RequestValues
{
    public static void Write<TRequest>(WireWriter writer, TRequest request)
        where TRequest : struct, IWriteRequest => Located<TRequest, Whole<TRequest>>(writer, request, 0);

    public static void WriteKey<TRequest>(WireWriter writer, TRequest request)
        where TRequest : struct, IKeyRequest => Located<TRequest, KeyOnly<TRequest>>(writer, request, 0);

    /// <summary>The primary key as JSON.</summary>
    public static byte[] KeyOf<TRequest>(TRequest request)
        where TRequest : struct, IKeyRequest
    {
        using var writer = new WireWriter();
        WriteKey(writer, request);
        return writer.Written.ToArray();
    }

    public static void WriteKeyCondition<TRequest>(WireWriter writer, TRequest request, int shard)
        where TRequest : struct, IQueryRequest => Located<TRequest, KeyCondition<TRequest>>(writer, request, shard);

    private static void Located<TRequest, TPart>(WireWriter writer, TRequest request, int shard)
        where TRequest : struct, INamedRequest
        where TPart : struct, IPart<TRequest>
    {
        var start = writer.Written.Length;
        try
        {
            TPart.Write(writer, request, shard);
        }
        catch (Exception cause) when (TRequest.Entity is not null)
        {
            var located = UnfitValue.Locate(cause, TRequest.Entity!, writer, start, TRequest.AttributeOf);
            if (ReferenceEquals(located, cause))
            {
                throw;
            }

            throw located;
        }
    }

    private interface IPart<TRequest>
    {
        static abstract void Write(WireWriter writer, TRequest request, int shard);
    }

    private readonly struct Whole<TRequest> : IPart<TRequest>
        where TRequest : struct, IWriteRequest
    {
        public static void Write(WireWriter writer, TRequest request, int shard) => request.Write(writer);
    }

    private readonly struct KeyOnly<TRequest> : IPart<TRequest>
        where TRequest : struct, IKeyRequest
    {
        public static void Write(WireWriter writer, TRequest request, int shard) => request.WriteKey(writer);
    }

    private readonly struct KeyCondition<TRequest> : IPart<TRequest>
        where TRequest : struct, IQueryRequest
    {
        public static void Write(WireWriter writer, TRequest request, int shard) => request.WriteKeyCondition(writer, shard);
    }
}
