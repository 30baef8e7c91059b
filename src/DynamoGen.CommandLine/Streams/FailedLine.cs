using System.Globalization;
using System.Text;
using System.Text.Json;
using DynamoGen.CommandLine.Output;
using DynamoGen.Streams;
using DynamoGen.Streams.Failures;

namespace DynamoGen.CommandLine.Streams;

/// <summary>A failed record.</summary>
/// <param name="Handler">The handler's name.</param>
/// <param name="SequenceNumber">The record's sequence number.</param>
/// <param name="Kind">The kind of the change.</param>
/// <param name="FailedAt">When it was put aside.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Reason">The type of the last attempt's exception.</param>
/// <param name="Message">Its message, where it is known to hold no value; else null.</param>
/// <param name="Outdated">Whether a later change of its item has been handled, so that a replay passes over it; null where that was not looked for.</param>
/// <param name="Keys">The item's key as DynamoDB's JSON, where it was asked for.</param>
internal sealed record FailedLine(
    string Handler,
    string SequenceNumber,
    ChangeKind Kind,
    DateTimeOffset FailedAt,
    int Attempts,
    string Reason,
    string? Message,
    bool? Outdated = null,
    string? Keys = null) : IVerbRecord
{
    /// <summary>What people see of it.</summary>
    public static Column<FailedLine>[] Columns { get; } =
    [
        new("Handler", line => line.Handler),
        new("Sequence number", line => line.SequenceNumber),
        new("Change", line => line.Kind.ToString()),
        new("Failed at", line => line.FailedAt.ToString("u", CultureInfo.InvariantCulture)),
        new("Attempts", line => line.Attempts.ToString(CultureInfo.InvariantCulture)),
        new("Reason", line => line.Message is null ? line.Reason : $"{line.Reason}: {line.Message}"),
    ];

    public static FailedLine Of(StoredFailure failure, bool hasKeys = false, bool? isOutdated = null) => new(
        failure.Handler,
        failure.Record.Change.SequenceNumber.ToString(),
        failure.Record.Change.Kind,
        failure.FailedAt,
        failure.Attempts,
        failure.Reason,
        failure.Message,
        isOutdated,
        hasKeys ? Encoding.UTF8.GetString(failure.Record.Keys.Span) : null);

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("handler", Handler);
        json.WriteString("sequenceNumber", SequenceNumber);
        json.WriteString("kind", Kind.ToString());
        json.WriteString("failedAt", FailedAt);
        json.WriteNumber("attempts", Attempts);
        json.WriteString("reason", Reason);
        json.WriteString("message", Message);
        if (Outdated is { } isOutdated)
        {
            json.WriteBoolean("outdated", isOutdated);
        }

        if (Keys is not null)
        {
            json.WritePropertyName("keys");
            json.WriteRawValue(Keys);
        }
    }
}
