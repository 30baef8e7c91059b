using System.Diagnostics;
using System.Diagnostics.Metrics;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Refusals;
using DynamoGen.Schema;

namespace DynamoGen.Telemetry;

/// <summary>The instruments of single requests, and of what DynamoDB answers them. No tag has a value that comes from data.</summary>
internal sealed class RequestInstruments
{
    private readonly Counter<double> _readUnits;
    private readonly Counter<double> _writeUnits;
    private readonly Counter<long> _throttledRequests;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _unprocessed;
    private readonly Counter<long> _cancellations;
    private readonly Histogram<long> _itemSize;

    public RequestInstruments(Meter meter)
    {
        _readUnits = meter.CreateCounter<double>(
            "dynamogen.client.consumed_read_units", "{capacity_unit}", "Read capacity units that requests consumed, by table, index and access pattern.");
        _writeUnits = meter.CreateCounter<double>(
            "dynamogen.client.consumed_write_units", "{capacity_unit}", "Write capacity units that requests consumed, by table, index and access pattern.");
        _throttledRequests = meter.CreateCounter<long>(
            "dynamogen.client.throttled_requests", "{request}", "Requests that DynamoDB throttled, those that were retried included.");
        _retries = meter.CreateCounter<long>("dynamogen.client.retries", "{attempt}", "Attempts of requests beyond the first, by what the one before ended with.");
        _unprocessed = meter.CreateCounter<long>("dynamogen.batch.unprocessed", "{item}", "Entries of batches that DynamoDB left unprocessed, each time.");
        _cancellations = meter.CreateCounter<long>(
            "dynamogen.transaction.cancellations", "{action}", "Actions that made DynamoDB cancel their transaction, by access pattern and reason.");
        _itemSize = meter.CreateHistogram(
            "dynamogen.item.size",
            "By",
            "Sizes of the items that were put, as DynamoDB counts them.",
            advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [256, 1024, 2048, 4096, 8192, 16384, 65536, 131072, 262144, 409600] });
    }

    /// <summary>Whether somebody wants to know of single requests.</summary>
    public bool IsObserved => _readUnits.Enabled || _writeUnits.Enabled || _retries.Enabled || _unprocessed.Enabled || _itemSize.Enabled;

    /// <summary>Whether somebody wants to know how large items are.</summary>
    public bool MeasuresItems => _itemSize.Enabled;

    /// <summary>Counts the capacity units of one answer.</summary>
    public void Consumed(AccessPattern pattern, string tableName, ReadOnlySpan<byte> consumed)
    {
        if (!_readUnits.Enabled && !_writeUnits.Enabled)
        {
            return;
        }

        var resources = ConsumedResource.Read(consumed);
        var isWhole = resources is [_];
        foreach (var resource in resources)
        {
            // Where the answer does not tell the index from its table, a query of an index read the index.
            var index = resource.Index ?? (isWhole && pattern.Operation.IsRead ? pattern.Index : null);
            var tags = Tags(pattern.Operation, resource.Table ?? tableName, index);
            tags.Add(TelemetryAttributes.AccessPattern, pattern.Name);
            Add(_readUnits, resource.Reads ?? (pattern.Operation.IsRead ? resource.Units : 0), tags);
            Add(_writeUnits, resource.Writes ?? (pattern.Operation.IsRead || resource.Reads is not null ? 0 : resource.Units), tags);
        }
    }

    /// <summary>Counts one failed attempt if DynamoDB throttled it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="tableName">The table that the request named.</param>
    /// <param name="accessPattern">The access pattern's name, where it is known.</param>
    /// <param name="exception">What the attempt ended with.</param>
    public void Throttled(DynamoOperation operation, string tableName, string? accessPattern, Exception exception)
    {
        if (!_throttledRequests.Enabled || !Throttling.Is(exception))
        {
            return;
        }

        var first = Throttling.First(exception);
        var index = IndexOf(first?.Resource);
        var tags = Tags(operation, tableName, index);
        tags.Add(TelemetryAttributes.ErrorType, AccessPatternCall.ErrorType(exception));
        if (accessPattern is not null)
        {
            tags.Add(TelemetryAttributes.AccessPattern, accessPattern);
        }

        if (first?.Reason is { } reason)
        {
            tags.Add(TelemetryAttributes.ThrottlingReason, reason);
        }

        if (first?.Resource is not null)
        {
            tags.Add(TelemetryAttributes.ResourceKind, index is null ? "table" : "index");
        }

        _throttledRequests.Add(1, tags);
    }

    /// <summary>Counts an attempt that follows a failed one.</summary>
    public void Retried(AccessPattern pattern, string tableName, string? transport, string errorType)
    {
        if (_retries.Enabled)
        {
            var tags = Tags(pattern.Operation, tableName, index: null);
            tags.Add(TelemetryAttributes.AccessPattern, pattern.Name);
            tags.Add(TelemetryAttributes.Transport, transport);
            tags.Add(TelemetryAttributes.ErrorType, errorType);
            _retries.Add(1, tags);
        }
    }

    /// <summary>Counts what one answer left of a batch.</summary>
    public void Unprocessed(AccessPattern pattern, string tableName, int items)
    {
        if (items > 0 && _unprocessed.Enabled)
        {
            var tags = Tags(pattern.Operation, tableName, index: null);
            tags.Add(TelemetryAttributes.AccessPattern, pattern.Name);
            _unprocessed.Add(items, tags);
        }
    }

    /// <summary>Counts an action that made DynamoDB cancel its transaction.</summary>
    public void Cancelled(string transaction, AccessPattern action, CancellationReason reason)
    {
        if (_cancellations.Enabled)
        {
            var tags = new TagList
            {
                { TelemetryAttributes.System, TelemetryAttributes.SystemValue },
                { TelemetryAttributes.Transaction, transaction },
                { TelemetryAttributes.AccessPattern, action.Name },
                { TelemetryAttributes.CancellationReason, reason.Code },
            };
            _cancellations.Add(1, tags);
        }
    }

    /// <summary>Records the size of an item that was put.</summary>
    public void ItemPut(AccessPattern pattern, string tableName, int size)
    {
        var tags = Tags(pattern.Operation, tableName, index: null);
        tags.Add(TelemetryAttributes.AccessPattern, pattern.Name);
        _itemSize.Record(size, tags);
    }

    private static TagList Tags(DynamoOperation operation, string tableName, string? index)
    {
        var tags = new TagList
        {
            { TelemetryAttributes.System, TelemetryAttributes.SystemValue },
            { TelemetryAttributes.Operation, OperationNames.Of(operation) },
            { TelemetryAttributes.Collection, tableName },
        };
        if (index is not null)
        {
            tags.Add(TelemetryAttributes.IndexName, index);
        }

        return tags;
    }

    private static void Add(Counter<double> counter, double units, in TagList tags)
    {
        if (units > 0)
        {
            counter.Add(units, tags);
        }
    }

    /// <summary>The index in an ARN such as <c>arn:aws:dynamodb:eu-west-1:1:table/orders/index/gsi1</c>, or null.</summary>
    private static string? IndexOf(string? resource)
    {
        const string Index = "/index/";
        return resource?.IndexOf(Index, StringComparison.Ordinal) is >= 0 and var at ? resource[(at + Index.Length)..] : null;
    }
}
