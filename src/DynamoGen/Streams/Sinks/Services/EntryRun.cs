using System.Runtime.ExceptionServices;
using Amazon.Runtime;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Streams.Sinks.Services;

/// <summary>One delivery: the request that is being filled, and what was not delivered.</summary>
internal sealed class EntryRun<TEvent>(IEntryProtocol<TEvent> protocol, SinkOptions<TEvent> options, ServiceClient client)
    where TEvent : class
{
    private readonly List<Entry<TEvent>> _request = [];
    private readonly List<UndeliveredChange> _undelivered = [];
    private readonly Dictionary<string, Exception> _stopped = new(StringComparer.Ordinal);
    private long _bytes;
    private int _delivered;

    /// <summary>Why the service takes no request any more; null while it does.</summary>
    public Exception? Broken { get; private set; }

    /// <summary>Whether an entry goes into the request that is being filled.</summary>
    public bool Fits(Entry<TEvent> entry) =>
        _request.Count < IEntryProtocol<TEvent>.MaxEntries
        && _bytes + entry.Size <= options.MaxRequestBytes
        && !(protocol.KeepsOrder && _request.Exists(other => other.Item == entry.Item));

    public void Add(Entry<TEvent> entry)
    {
        if (Broken is { } broken)
        {
            Fail(entry.Index, entry.Item, broken);
        }
        else if (_stopped.TryGetValue(entry.Item, out var before))
        {
            Fail(entry.Index, entry.Item, before);
        }
        else
        {
            _request.Add(entry);
            _bytes += entry.Size;
        }
    }

    /// <summary>A change was not delivered, so that those behind it of the same item must wait where order is kept.</summary>
    public void Fail(int index, string item, Exception reason)
    {
        _undelivered.Add(new UndeliveredChange(index, reason));
        if (protocol.KeepsOrder)
        {
            _stopped.TryAdd(item, reason);
        }

        options.Telemetry?.SinkFailed(protocol.Sink, protocol.Destination, TypeOf(reason));
    }

    /// <summary>Sends the request that was filled, and of what the service refused that again which can succeed.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        List<Entry<TEvent>> left = [.. _request];
        _request.Clear();
        _bytes = 0;
        for (var attempt = 1; left.Count > 0; attempt++)
        {
            EntryFailure[] failures;
            try
            {
                failures = await SendAsync(left, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                Broken = exception;
                left.ForEach(entry => Fail(entry.Index, entry.Item, exception));
                return;
            }

            var kind = Take(left, failures, isLast: attempt >= client.Attempts);
            if (left.Count > 0)
            {
                var delay = ServiceClient.Pace.Delay(kind, attempt, Random.Shared.NextDouble(), asked: null);
                await Task.Delay(delay, client.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>What was not delivered.</summary>
    /// <exception cref="Exception">The service refused the first request already, so that nothing was delivered.</exception>
    public IReadOnlyList<UndeliveredChange> Undelivered()
    {
        if (Broken is { } broken && _delivered == 0)
        {
            ExceptionDispatchInfo.Throw(broken);
        }

        _undelivered.Sort(static (one, other) => one.Index.CompareTo(other.Index));
        return _undelivered;
    }

    private static string TypeOf(Exception reason) => reason switch
    {
        EntryRefusedException refused => refused.Code,
        AmazonServiceException { ErrorCode: { } code } => code,
        _ => reason.GetType().FullName ?? reason.GetType().Name,
    };

    private async ValueTask<EntryFailure[]> SendAsync(List<Entry<TEvent>> entries, CancellationToken cancellationToken)
    {
        using var response = await client.SendAsync(protocol.Operation, protocol.Write(entries), cancellationToken).ConfigureAwait(false);
        return protocol.Read(response.Body, entries.Count);
    }

    /// <summary>Leaves those entries that are sent again.</summary>
    /// <returns>The fault that takes the longest pause.</returns>
    private FaultKind Take(List<Entry<TEvent>> entries, EntryFailure[] failures, bool isLast)
    {
        var kind = FaultKind.Transient;
        var delivered = 0;
        var again = new List<Entry<TEvent>>();
        foreach (var (i, entry) in entries.Index())
        {
            if (failures[i].IsTaken)
            {
                delivered++;
            }
            else if (isLast || failures[i].Kind == FaultKind.Final)
            {
                Fail(entry.Index, entry.Item, failures[i].Reason!);
            }
            else
            {
                again.Add(entry);
                kind = failures[i].Kind == FaultKind.Throttling ? FaultKind.Throttling : kind;
            }
        }

        entries.Clear();
        entries.AddRange(again);
        if (delivered > 0)
        {
            _delivered += delivered;
            options.Telemetry?.SinkDelivered(protocol.Sink, protocol.Destination, delivered);
        }

        return kind;
    }
}
