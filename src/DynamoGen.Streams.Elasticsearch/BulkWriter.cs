using System.Runtime.ExceptionServices;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.Bulk;
using Elastic.Transport;

namespace DynamoGen.Streams.Elasticsearch;

/// <summary>Sends operations by one bulk request, and says of each what became of it.</summary>
internal sealed class BulkWriter(ElasticsearchClient client)
{
    private const int Conflict = 409;
    private const int NotFound = 404;
    private const int BadRequest = 400;
    private const int TooLarge = 413;

    /// <summary>Sends operations.</summary>
    /// <returns>For each operation null where it was done or something newer is there, or why it was not done.</returns>
    public async Task<Exception?[]> SendAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        var results = await TrySendAsync(writes, cancellationToken).ConfigureAwait(false);
        return [.. results.Select(static result => result.Failure)];
    }

    /// <summary>Sends one operation.</summary>
    /// <returns>False where something newer is there.</returns>
    public async Task<bool> SendAsync(DocumentWrite write, CancellationToken cancellationToken)
    {
        var result = (await TrySendAsync([write], cancellationToken).ConfigureAwait(false))[0];
        if (result.Failure is not null)
        {
            ExceptionDispatchInfo.Throw(result.Failure);
        }

        return !result.IsStale;
    }

    /// <summary>
    /// A document that cannot be serialized fails a whole request, and one that is too large too, so that halves are sent until it stands alone.
    /// </summary>
    private async Task<IReadOnlyList<Result>> TrySendAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        var (response, failure) = await RequestAsync(writes, cancellationToken).ConfigureAwait(false);
        if (response is not null)
        {
            return [.. writes.Zip(response.Items, static (write, item) => Judge(write, item))];
        }

        if (failure is not DocumentRefusedException || writes.Count == 1)
        {
            return [.. writes.Select(_ => new Result(failure, IsStale: false))];
        }

        var middle = writes.Count / 2;
        var first = await TrySendAsync([.. writes.Take(middle)], cancellationToken).ConfigureAwait(false);
        var second = await TrySendAsync([.. writes.Skip(middle)], cancellationToken).ConfigureAwait(false);
        return [.. first, .. second];
    }

    private async Task<(BulkResponse? Response, Exception? Failure)> RequestAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellationToken)
    {
        var request = new BulkRequest { Operations = [.. writes.Select(Operation)] };
        ApiCallDetails? call;
        Exception? thrown = null;
        try
        {
            var response = await client.BulkAsync(request, cancellationToken).ConfigureAwait(false);
            call = response.ApiCallDetails;

            // What a gateway answers in Elasticsearch's place has no items, whatever its status.
            if (call is { HasSuccessfulStatusCode: true } && response.Items is { } items && items.Count == writes.Count)
            {
                return (response, null);
            }
        }
        catch (TransportException failed)
        {
            call = failed.ApiCallDetails;
            thrown = failed;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return thrown is not null && writes.Any(IsNotSerializable)
            ? (null, new DocumentRefusedException(DocumentRefusal.NotSerializable, "The client's serializer cannot write the document."))
            : (null, Explain(call, thrown ?? call?.OriginalException));
    }

    private static Exception Explain(ApiCallDetails? call, Exception? cause) => call?.HttpStatusCode switch
    {
        BadRequest or TooLarge => new DocumentRefusedException(
            DocumentRefusal.RefusedByIndex, "Elasticsearch refused the request.", call.HttpStatusCode),
        var status => new ElasticsearchUnavailableException(status, null, cause),
    };

    /// <summary>The client throws the same for what a document's members throw and for what it meets itself, so that the document is tried alone.</summary>
    private bool IsNotSerializable(DocumentWrite write)
    {
        if (write.Document is null)
        {
            return false;
        }

        try
        {
            client.SourceSerializer.Serialize(write.Document, write.Document.GetType(), Stream.Null);
            return false;
        }
        catch (Exception)
        {
            return true;
        }
    }

    private static IBulkOperation Operation(DocumentWrite write)
    {
        BulkOperation operation = write.Document is null
            ? new BulkDeleteOperation(write.Id)
            : new BulkIndexOperation<object>(write.Document);
        operation.Index = write.Index;
        operation.Id = write.Id;
        if (write.Version is { } version)
        {
            operation.Version = version.Value;
            operation.VersionType = write.MayRepeat ? VersionType.ExternalGte : VersionType.External;
        }

        return operation;
    }

    private static Result Judge(DocumentWrite write, ResponseItem item) => item.Status switch
    {
        >= 200 and < 300 => new Result(null, IsStale: false),
        Conflict when write.Version is not null => new Result(null, IsStale: true),
        NotFound when write.Document is null && item.Error is null => new Result(null, IsStale: false),
        BadRequest or TooLarge => new Result(
            new DocumentRefusedException(
                DocumentRefusal.RefusedByIndex,
                $"Elasticsearch refused the document (status {item.Status}, {item.Error?.Type}).",
                item.Status,
                item.Error?.Type,
                item.Error?.Reason),
            IsStale: false),
        _ => new Result(new ElasticsearchUnavailableException(item.Status, item.Error?.Type), IsStale: false),
    };

    private readonly record struct Result(Exception? Failure, bool IsStale);
}
