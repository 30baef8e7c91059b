using DynamoGen.Serialization;

namespace DynamoGen.Requests;

/// <summary>Writes the parts of requests that hold what the caller gave. An error names the entity, and the key attribute or the value.</summary>
internal static class RequestValues
{
    public static void Write<TRequest>(WireWriter writer, TRequest request)
        where TRequest : struct, IWriteRequest => Located<TRequest, Whole<TRequest>>(writer, request, 0);

    public static void WriteKey<TRequest>(WireWriter writer, TRequest request)
        where TRequest : struct, IKeyRequest => Located<TRequest, KeyOnly<TRequest>>(writer, request, 0);

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
        catch (ItemValueException unstorable) when (TRequest.Entity is not null)
        {
            unstorable.Locate(TRequest.Entity!, Place<TRequest>(writer, start));
            throw;
        }
        catch (KeyException unfit) when (TRequest.Entity is not null)
        {
            unfit.Locate(TRequest.Entity!, Place<TRequest>(writer, start));
            throw;
        }
        catch (Exception cause) when (TRequest.Entity is not null && cause is not DynamoGenException && ForeignCode.Refuses(cause))
        {
            throw WireWriter.Refused(TRequest.Entity!, Place<TRequest>(writer, start), cause);
        }
    }

    /// <summary>The key attribute or the value that is open, which is behind the last of the members that hold such.</summary>
    private static string? Place<TRequest>(WireWriter writer, int start)
        where TRequest : struct, INamedRequest
    {
        var written = writer.Written.Span[start..];
        if (written is [(byte)'{', ..])
        {
            return writer.OpenPath(start);
        }

        // What a caller gave is escaped, so that none of it looks like a member.
        var values = "\"ExpressionAttributeValues\":"u8;
        var key = ",\"Key\":"u8;
        return written.LastIndexOf(values) is >= 0 and var found ? Named<TRequest>(writer.OpenPath(start + found + values.Length))
            : written.LastIndexOf(key) is >= 0 and var begun ? writer.OpenPath(start + begun + key.Length)
            : null;
    }

    /// <summary>The path that begins with a placeholder, such as <c>:2[1].Price</c>, with the placeholder's name instead.</summary>
    private static string? Named<TRequest>(string? path)
        where TRequest : struct, INamedRequest
    {
        if (path is not [':', ..])
        {
            return path;
        }

        // Behind the placeholder of one of several values stands its number.
        var end = path.AsSpan().IndexOfAny('.', '[') is >= 0 and var found ? found : path.Length;
        var placeholder = path.AsSpan(0, end);
        var number = placeholder.IndexOf('_');
        return TRequest.AttributeOf((number < 0 ? placeholder : placeholder[..number]).ToString()) is { } attribute
            ? string.Concat(attribute, path.AsSpan(end))
            : null;
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
