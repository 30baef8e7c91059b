using System.Security.Cryptography;
using DynamoGen.Cursors;
using DynamoGen.Requests;
using DynamoGen.Serialization;

namespace DynamoGen.Calls;

/// <summary>Makes and opens the cursors of queries.</summary>
internal sealed class QueryCursors(RequestSender sender, CursorKeyRing keys)
{
    /// <summary>What identifies the query, and the position in it that the cursor stands for.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cursor">The cursor, or null for the first page.</param>
    /// <param name="shards">How many queries are merged; 0 where there is one.</param>
    /// <param name="telling">Those of them whose conditions identify all; -1 for the only one.</param>
    public (byte[] Identity, byte[]? Position) Open<TRequest>(QueryCall<TRequest> query, string? cursor, int shards, ReadOnlySpan<int> telling)
        where TRequest : struct, IQueryRequest
    {
        try
        {
            var identity = Identify(query, shards, telling);
            return (identity, cursor is null ? null : keys.Open(query.Pattern, cursor, identity));
        }
        catch (Exception exception)
        {
            query.Call.Failed(exception);
            throw;
        }
    }

    /// <summary>The cursor that stands for a position in a query.</summary>
    public string Close(byte[] position, byte[] identity) => keys.Close(position, identity);

    /// <summary>A hash of all that two pages of one query have in common. Written as JSON, in which no two queries are written alike.</summary>
    private byte[] Identify<TRequest>(QueryCall<TRequest> query, int shards, ReadOnlySpan<int> telling)
        where TRequest : struct, IQueryRequest
    {
        using var writer = new WireWriter();
        writer.Raw("{\"AccessPattern\":\""u8);
        writer.Text(query.Pattern.Name);
        writer.Raw("\",\"TableName\":\""u8);
        writer.Text(sender.TableName(query.Pattern.Table));
        writer.Raw("\",\"Shards\":"u8);
        writer.Number(shards);
        QueryMembers.Write(writer, query.Pattern, query.Options, limit: int.MaxValue, startKey: null);
        foreach (var lane in telling)
        {
            RequestValues.WriteKeyCondition(writer, query.Request, lane);
        }

        writer.Raw("}"u8);
        return SHA256.HashData(writer.Written.Span);
    }
}
