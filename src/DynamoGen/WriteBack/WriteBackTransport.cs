using System.Text;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Transport;

namespace DynamoGen.WriteBack;

/// <summary>
/// Looks at a sample of the items that reads are answered with, and hands the older ones on to be written back. It only looks at reads of tables that yield
/// whole items: not at those of indexes, and not at projections.
/// </summary>
/// <param name="transport">Carries the requests.</param>
/// <param name="queues">Of each table, by its name in this environment, the entities whose older items are written back.</param>
internal sealed class WriteBackTransport(ITransport transport, IReadOnlyDictionary<string, WriteBackQueue[]> queues) : ITransport
{
    /// <summary>What carries the requests.</summary>
    public ITransport Inner => transport;

    public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken) =>
        IsOfWholeItems(request) ? ReadAsync(request, cancellationToken) : transport.SendAsync(request, cancellationToken);

    private bool IsOfWholeItems(TransportRequest request) => request.Operation switch
    {
        DynamoOperation.GetItem or DynamoOperation.Query or DynamoOperation.Scan => queues.ContainsKey(request.TableName) && IsWhole(request.Body.Span),
        DynamoOperation.BatchGetItem => IsWhole(request.Body.Span),
        _ => false,
    };

    /// <summary>Whether a request names neither an index nor parts of items. A quotation mark within a value is escaped, so that it ends no name.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> request) =>
        request.IndexOf("\"IndexName\":"u8) < 0 && request.IndexOf("\"ProjectionExpression\":"u8) < 0;

    private async ValueTask<TransportResponse> ReadAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            LookAt(response.Body.Span, queues.GetValueOrDefault(request.TableName, []));
        }
        catch (ItemFormatException)
        {
            // The caller reads the same response, and learns what is wrong with it where it matters.
        }

        return response;
    }

    private void LookAt(ReadOnlySpan<byte> response, WriteBackQueue[] entities)
    {
        var reader = new WireReader(response);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("Item"u8))
            {
                LookAtItem(ref reader, entities);
            }
            else if (name.SequenceEqual("Items"u8))
            {
                LookAtItems(ref reader, entities);
            }
            else if (name.SequenceEqual("Responses"u8))
            {
                reader.BeginObject();
                while (reader.NextMember(out var table))
                {
                    LookAtItems(ref reader, queues.GetValueOrDefault(Encoding.UTF8.GetString(table), []));
                }
            }
            else
            {
                reader.SkipJson();
            }
        }
    }

    private static void LookAtItems(ref WireReader reader, WriteBackQueue[] entities)
    {
        if (entities.Length == 0)
        {
            reader.SkipJson();
            return;
        }

        reader.BeginArray();
        while (reader.NextElement())
        {
            LookAtItem(ref reader, entities);
        }
    }

    private static void LookAtItem(ref WireReader reader, WriteBackQueue[] entities)
    {
        var drawn = Random.Shared.NextDouble();
        if (!Array.Exists(entities, entity => drawn < entity.Share))
        {
            reader.SkipJson();
            return;
        }

        var item = reader.ReadAttributes(string.Empty);
        if (Array.Find(entities, entity => entity.Takes(item)) is { } queue && drawn < queue.Share)
        {
            queue.Offer(item);
        }
    }
}
