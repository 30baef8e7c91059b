using System.Diagnostics;
using Amazon.Runtime;
using DynamoGen.Refusals;

namespace DynamoGen.Telemetry;

/// <summary>
/// One request of a call, with a span of its own. Transports tell it of their attempts: one that fails and is followed by another becomes a span below the
/// request's; the last one is told by the request's own span.
/// </summary>
internal sealed class ObservedRequest(DynamoGenTelemetry telemetry, AccessPatternCall call, string tableName, Activity? activity, Dictionary<string, List<string>>? keys)
{
    private int _failedAttempts;
    private DateTimeOffset _attemptStarted;
    private DateTimeOffset _attemptEnded;
    private Exception? _failure;
    private bool _ended;

    /// <summary>The request's span; null where spans are not recorded.</summary>
    public Activity? Activity => activity;

    /// <summary>The table that it goes to.</summary>
    public string TableName => tableName;

    /// <summary>How often it was sent, as far as the transport tells.</summary>
    public int Attempts { get; private set; }

    /// <summary>The identifier that AWS gave the last attempt that was answered; null where none was.</summary>
    public string? RequestId { get; private set; }

    /// <summary>The response's memory, which is kept here so that a response that nothing observes is no larger for it.</summary>
    public byte[]? Memory { get; set; }

    /// <summary>The name of the access pattern that the request belongs to.</summary>
    public string AccessPattern => call.Pattern.Name;

    /// <summary>An attempt is sent.</summary>
    /// <param name="transport">The kind of the transport, such as <c>direct</c>.</param>
    public void AttemptBegins(string transport)
    {
        if (_failure is { } failure)
        {
            _failedAttempts++;
            telemetry.Requests.Retried(call.Pattern, tableName, transport, AccessPatternCall.ErrorType(failure));
            RecordFailedAttempt(failure);
            _failure = null;
        }

        Attempts++;
        _attemptStarted = telemetry.TimeProvider.GetUtcNow();
    }

    /// <summary>An attempt failed; whether another one follows is not known yet.</summary>
    public void AttemptFailed(Exception failure)
    {
        foreach (var (table, ofTable) in keys ?? [])
        {
            telemetry.HotKeys?.Throttled(call.Pattern, table, ofTable, Throttling.Reason(failure));
        }

        _failure = failure;
        RequestId = (failure as AmazonServiceException)?.RequestId;
        _attemptEnded = telemetry.TimeProvider.GetUtcNow();
    }

    /// <summary>Where the request goes.</summary>
    /// <param name="address">The endpoint; may be null.</param>
    /// <param name="region">The region that it is signed for; may be null.</param>
    public void SentTo(Uri? address, string? region)
    {
        if (activity is null)
        {
            return;
        }

        if (address is not null)
        {
            activity.SetTag(TelemetryAttributes.ServerAddress, address.IdnHost);
            activity.SetTag(TelemetryAttributes.ServerPort, address.Port);
        }

        if (region is not null)
        {
            activity.SetTag(TelemetryAttributes.Region, region);
        }
    }

    /// <summary>The last attempt was answered.</summary>
    /// <param name="requestId">The identifier that AWS gave the request; may be null.</param>
    public void Answered(string? requestId)
    {
        _failure = null;
        RequestId = requestId;
        if (requestId is not null)
        {
            activity?.SetTag(TelemetryAttributes.RequestId, requestId);
        }
    }

    /// <summary>What the answer says, once it is read. Ends the request.</summary>
    /// <param name="items">The items in it.</param>
    /// <param name="scanned">The items that were read for it; null where it does not say.</param>
    /// <param name="capacityUnits">What it consumed in all.</param>
    /// <param name="consumed">What it says of the capacity, as JSON.</param>
    public void Received(int items, int? scanned, double capacityUnits, ReadOnlySpan<byte> consumed)
    {
        foreach (var (table, ofTable) in keys ?? [])
        {
            telemetry.HotKeys?.Consumed(call.Pattern, table, ofTable, keys!.Count == 1 ? capacityUnits : ConsumedResource.UnitsOf(table, consumed));
        }

        call.Details?.Received(items, scanned, capacityUnits, consumed);
        telemetry.Requests.Consumed(call.Pattern, tableName, consumed);
        if (activity is { IsAllDataRequested: true })
        {
            if (!consumed.IsEmpty)
            {
                activity.SetTag(TelemetryAttributes.ConsumedCapacity, ConsumedResource.Texts(consumed));
                foreach (var resource in ConsumedResource.Read(consumed))
                {
                    call.Consumed(resource.Table ?? tableName, resource.Units);
                }
            }

            if (call.Pattern.Operation.IsRead)
            {
                activity.SetTag(TelemetryAttributes.ReturnedRows, (long)items);
            }

            if (scanned is not null)
            {
                activity.SetTag(TelemetryAttributes.Count, (long)items);
                activity.SetTag(TelemetryAttributes.ScannedCount, (long)scanned);
            }
        }

        End();
    }

    /// <summary>The request ended by an exception; only its type and DynamoDB's error code are recorded.</summary>
    public void Failed(Exception failure)
    {
        if (activity is not null && !_ended)
        {
            SpanFailure.Record(activity, failure);
        }

        End();
    }

    /// <summary>Ends the span, the first time.</summary>
    public void End()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        call.Details?.Ended(RequestId);
        if (_failedAttempts > 0)
        {
            activity?.SetTag(TelemetryAttributes.ResendCount, _failedAttempts);
        }

        AccessPatternCall.End(activity);
    }

    private void RecordFailedAttempt(Exception failure)
    {
        if (activity is null)
        {
            return;
        }

        var caller = Activity.Current;
        using (var attempt = telemetry.Source.StartActivity("attempt", ActivityKind.Client, activity.Context, tags: null, links: null, _attemptStarted))
        {
            if (attempt is not null)
            {
                attempt.SetTag(TelemetryAttributes.System, TelemetryAttributes.SystemValue);
                attempt.SetTag(TelemetryAttributes.ResendCount, _failedAttempts - 1);
                SpanFailure.Record(attempt, failure);
                attempt.SetEndTime(_attemptEnded.UtcDateTime);
            }
        }

        Activity.Current = caller;
    }
}
