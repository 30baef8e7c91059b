using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using DynamoGen.Schema;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Errors;

/// <summary>Injects the faults of a plan between the client and the transport to the real server, and counts them.</summary>
internal sealed class FaultTransport(ITransport inner, Func<SentRequest, Fault> plan) : ITransport
{
    private readonly ConcurrentQueue<SentRequest> _requests = new();
    private readonly ConcurrentQueue<Fault> _faults = new();
    private int _sent = -1;
    private int _leftOut;

    public IReadOnlyList<SentRequest> Requests => [.. _requests];

    /// <summary>How many faults of a kind were injected.</summary>
    public int Count<TFault>()
        where TFault : Fault => _faults.OfType<TFault>().Count();

    /// <summary>How many entries of batches were said to be unprocessed.</summary>
    public int LeftOut => _leftOut;

    public async ValueTask<TransportResponse> SendAsync(TransportRequest sent, CancellationToken cancellationToken)
    {
        var request = new SentRequest(Interlocked.Increment(ref _sent), sent.Operation, (JsonObject)JsonNode.Parse(sent.Body.Span)!, sent.Body.Length);
        _requests.Enqueue(request);
        var fault = plan(request);
        _faults.Enqueue(fault);
        switch (fault)
        {
            case Fault.Refused refused:
                throw refused.Error;
            case Fault.AnswerLost lost:
                using (await inner.SendAsync(sent, cancellationToken))
                {
                    AppliedAttempt.Mark(lost.Error);
                    throw lost.Error;
                }

            case Fault.SentTwice:
                return await SendTwiceAsync(sent, cancellationToken);
            case Fault.Answered answered:
                return Response(Encoding.UTF8.GetBytes(answered.Json));
            case Fault.Unprocessed unprocessed:
                return await SendPartAsync(request, sent.TableName, unprocessed, cancellationToken);
            default:
                return await inner.SendAsync(sent, cancellationToken);
        }
    }

    private async ValueTask<TransportResponse> SendTwiceAsync(TransportRequest request, CancellationToken cancellationToken)
    {
        (await inner.SendAsync(request, cancellationToken)).Dispose();
        try
        {
            var response = await inner.SendAsync(request, cancellationToken);
            response.MayHaveBeenApplied = true;
            return response;
        }
        catch (Exception exception)
        {
            AppliedAttempt.Mark(exception);
            throw;
        }
    }

    private async ValueTask<TransportResponse> SendPartAsync(
        SentRequest request, string tableName, Fault.Unprocessed fault, CancellationToken cancellationToken)
    {
        var part = (JsonObject)request.Body.DeepClone();
        var writes = request.Operation == DynamoOperation.BatchWriteItem;
        var tables = part["RequestItems"]!.AsObject();
        var unprocessed = new JsonObject();
        var index = 0;
        foreach (var (name, table) in tables.ToList())
        {
            var entries = (writes ? table! : table!["Keys"]!).AsArray();
            var leftOut = new JsonArray([.. entries.Where(_ => fault.IsLeftOut(index++)).Select(entry => entry!.DeepClone())]);
            foreach (var left in leftOut)
            {
                entries.Remove(entries.First(entry => JsonNode.DeepEquals(entry, left)));
            }

            if (leftOut.Count > 0)
            {
                Interlocked.Add(ref _leftOut, leftOut.Count);
                unprocessed[name] = writes ? leftOut : new JsonObject { ["Keys"] = leftOut };
            }

            if (entries.Count == 0)
            {
                tables.Remove(name);
            }
        }

        var answer = tables.Count == 0 ? [] : await ForwardAsync(request.Operation, tableName, part, cancellationToken);
        if (unprocessed.Count > 0)
        {
            answer[writes ? "UnprocessedItems" : "UnprocessedKeys"] = unprocessed;
        }

        return Response(Encoding.UTF8.GetBytes(answer.ToJsonString()));
    }

    private async ValueTask<JsonObject> ForwardAsync(
        DynamoOperation operation, string tableName, JsonObject body, CancellationToken cancellationToken)
    {
        using var response = await inner.SendAsync(new(operation, tableName, Encoding.UTF8.GetBytes(body.ToJsonString())), cancellationToken);
        return (JsonObject)JsonNode.Parse(response.Body.Span)!;
    }

    private static TransportResponse Response(byte[] json)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Math.Max(1, json.Length));
        json.CopyTo(rented, 0);
        return new TransportResponse(rented, json.Length);
    }
}
